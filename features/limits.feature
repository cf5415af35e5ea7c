Feature: Limits
  What a request may hold is tried at every limit of the contract, on both sides, one value at a time.

  @LI.1
  Rule: Every limit of creating a workspace must be enforced
    Example: Both sides of each are told apart
      When I try all limits of creating a workspace
      Then what lies inside is accepted and what lies outside is refused
      And what was refused has changed nothing

  @LI.2
  Rule: Every limit of changing a workspace must be enforced
    Example: Both sides of each are told apart
      Given a workspace
      When I try all limits of changing the workspace
      Then what lies inside is accepted and what lies outside is refused
      And what was refused has changed nothing

  @LI.3
  Rule: Every limit of listing workspaces must be enforced
    Example: Both sides of each are told apart
      Given a workspace
      When I try all limits of listing workspaces
      Then what lies inside is accepted and what lies outside is refused

  @LI.4
  Rule: Every limit of creating an endpoint must be enforced
    Example: Both sides of each are told apart
      When I try all limits of creating an endpoint
      Then what lies inside is accepted and what lies outside is refused
      And what was refused has changed nothing

  @LI.5
  Rule: Every limit of changing an endpoint must be enforced
    Example: Both sides of each are told apart
      Given a running endpoint
      When I try all limits of changing the endpoint
      Then what lies inside is accepted and what lies outside is refused
      And what was refused has changed nothing

  @LI.6
  Rule: Every limit of listing endpoints must be enforced
    Example: Both sides of each are told apart
      Given an endpoint
      When I try all limits of listing endpoints
      Then what lies inside is accepted and what lies outside is refused

  @LI.7
  Rule: Every limit of looking at an endpoint must be enforced
    Example: Both sides of each are told apart
      Given an endpoint
      When I try all limits of looking at an endpoint
      Then what lies inside is accepted and what lies outside is refused

  @LI.8
  Rule: Every limit of creating a model must be enforced
    Example: Both sides of each are told apart
      When I try all limits of creating a model
      Then what lies inside is accepted and what lies outside is refused
      And what was refused has changed nothing

  @LI.9
  Rule: Every limit of changing a model must be enforced
    Example: Both sides of each are told apart
      Given a model
      When I try all limits of changing the model
      Then what lies inside is accepted and what lies outside is refused
      And what was refused has changed nothing

  @LI.10
  Rule: Every limit of listing models must be enforced
    Example: Both sides of each are told apart
      Given a model
      When I try all limits of listing models
      Then what lies inside is accepted and what lies outside is refused

  @LI.11
  Rule: Every limit of listing the versions of a model must be enforced
    Example: Both sides of each are told apart
      Given a model
      When I try all limits of listing the versions of a model
      Then what lies inside is accepted and what lies outside is refused

  @LI.12
  Rule: Every limit of creating an inference service must be enforced
    Example: Both sides of each are told apart
      Given an endpoint whose maximum is 1000
      When I try all limits of creating an inference service
      Then what lies inside is accepted and what lies outside is refused
      And what was refused has changed nothing

  @LI.13
  Rule: Every limit of changing an inference service must be enforced
    Example: Both sides of each are told apart
      Given an endpoint whose maximum is 1000
      And a running inference service
      When I try all limits of changing the inference service
      Then what lies inside is accepted and what lies outside is refused
      And what was refused has changed nothing

  @LI.14
  Rule: Every limit of listing inference services must be enforced
    Example: Both sides of each are told apart
      Given an inference service
      When I try all limits of listing inference services
      Then what lies inside is accepted and what lies outside is refused

  @LI.15
  Rule: Every limit of a chat must be enforced
    Example: Both sides of each are told apart
      Given a running inference service
      When I try all limits of a chat
      Then what lies inside is accepted and what lies outside is refused

  @LI.16
  Rule: Every limit of listing base models must be enforced
    Example: Both sides of each are told apart
      When I try all limits of listing base models
      Then what lies inside is accepted and what lies outside is refused

  @LI.17
  Rule: Every limit of listing specs must be enforced
    Example: Both sides of each are told apart
      When I try all limits of listing specs
      Then what lies inside is accepted and what lies outside is refused

  @LI.18
  Rule: Every limit of deleting an endpoint must be enforced
    Example: Both sides of each are told apart
      Given a running endpoint
      When I try all limits of deleting the endpoint
      Then what lies inside is accepted and what lies outside is refused

  @LI.30
  Rule: Every limit of the tools of a chat must be enforced
    Example: Both sides of each are told apart
      Given a running inference service
      When I try all limits of the tools of a chat
      Then what lies inside is accepted and what lies outside is refused

  @LI.31
  Rule: There must be at most four stop texts
    Example: Five are refused
      Given a running inference service
      When I try to ask for an answer with 5 stop texts, at most 3 tokens
      Then it is refused because it breaks the contract

    Example: Four are accepted
      Given a running inference service
      When I try to ask for an answer with 4 stop texts, at most 3 tokens
      Then it is accepted

  @LI.32
  Rule: A choice of tools must be one that the contract knows
    Example: Another one is refused
      Given a running inference service
      When I try to ask for an answer with a choice of tools that nobody knows
      Then it is refused because it breaks the contract

    Example: One of them is accepted
      Given a running inference service
      When I try to ask for an answer with a tool that it must not call
      Then it is accepted
