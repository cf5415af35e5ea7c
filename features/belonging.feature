Feature: What belongs where
  What is in a workspace is of that workspace, and a version is of its model.

  @ER.24
  Rule: What is in one workspace must not be found through another
    Example: Every operation refuses to reach over
      Given a workspace
      And another workspace
      And a running inference service
      When I try every operation on what the second workspace holds through the first workspace
      Then each is refused because there is no such resource
      And nothing of all that has changed

    Example: Through its own workspace all can be read
      Given a running inference service
      When I read everything
      Then each is accepted

  @P3.44
  Rule: A model must be set back to one of its own versions only
    Example: A version of another model is refused
      Given a model
      And another model
      When I try to change the second model so that its current version is the first one
      Then it is refused because there is no such resource
      And nothing has changed

    Example: Its own version is accepted
      Given a model
      And another model
      When I try to change the first model so that its current version is the first one
      Then it is accepted

  @P3.45
  Rule: A version must be deleted through its own model only
    Example: Another model does not have it
      Given a model
      And the model was changed so that its version is "next"
      And another model
      When I try to delete the first version of the first model through the second model
      Then it is refused because there is no such resource
      And nothing has changed

    Example: Its own model has it
      Given a model
      And the model was changed so that its version is "next"
      When I try to delete the first version of the model
      Then it is accepted

  @P4.44
  Rule: An inference service must be created from a version of its own model
    Example: A version of another model is refused
      Given a model
      And another model
      When I try to create an inference service whose model version is the first one
      Then it is refused because there is no such resource
      And nothing has changed

    Example: A version of its model is accepted
      Given a model
      When I try to create an inference service whose model version is the first one
      Then it is accepted

  @P4.45
  Rule: An inference service must be created from what its own workspace holds
    Example: A model of another workspace is refused
      Given a model
      And another workspace
      When I try to create an inference service whose maximum is 1
      Then it is refused because there is no such resource
      And nothing has changed

    Example: An endpoint of another workspace is refused
      Given an endpoint
      And another workspace
      And a model
      When I try to create an inference service whose maximum is 1
      Then it is refused because there is no such resource
      And nothing has changed

    Example: What is in the workspace is accepted
      Given another workspace
      When I try to create an inference service whose maximum is 1
      Then it is accepted
