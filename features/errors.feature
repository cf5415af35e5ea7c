Feature: Refusals and their form

  @ER.1
  Rule: A refusal must say why by a code and in words
    Example: Of what does not exist
      Given a running inference service
      When I try every operation on a resource that does not exist
      Then each says why by a code and in words

    Example: Of who is not known
      Given a running inference service
      When I try every operation without credentials
      Then each says why by a code and in words

    Example: Of what is asked wrongly
      Given a running inference service
      When I try every list in pages that are too great
      Then each says why by a code and in words

  @ER.2
  Rule: A request that cannot be read must be refused and change nothing
    Scenario Outline: What cannot be read makes no <kind>
      Given a workspace
      When I try to create a <kind> from what ends too soon
      Then it is refused because it cannot be read
      And nothing has changed

      Examples:
        | kind              |
        | workspace         |
        | endpoint          |
        | model             |
        | inference service |

    Scenario Outline: No workspace is made from <what>
      When I try to create a workspace from <what>
      Then it is refused because it cannot be read
      And nothing has changed

      Examples:
        | what           |
        | what is a text |
        | what is a list |
        | nothing at all |

    Example: What is sound is accepted
      When I create a plain endpoint
      Then the endpoint is there

  @ER.3
  Rule: Every operation in a workspace that does not exist must be refused for that
    Example: All name the workspace
      Given a running inference service
      When I try every operation in a workspace that does not exist
      Then each is refused because there is no such workspace
      And nothing of all that has changed

    Example: In one that exists all can be read
      Given a running inference service
      When I read everything
      Then each is accepted

  @ER.4
  Rule: Every operation on a resource that does not exist must be refused for that
    Example: All name the resource
      Given a running inference service
      When I try every operation on a resource that does not exist
      Then each is refused because there is no such resource
      And nothing of all that has changed

    Example: What exists can be read
      Given a running inference service
      When I read everything
      Then each is accepted

  @ER.5
  Rule: A request of more than 12 MB must be refused
    Example: It is too large
      When I try to create a workspace from more than 12 MB
      Then it is refused because it is too large
      And nothing has changed

    Example: A small one is accepted
      When I create a plain workspace
      Then the workspace is there

  @ER.6
  Rule: Every answer must bear a request id of its own
    Example: Answers that succeed bear one
      Given a running inference service
      When I read everything
      Then each bears a request id of its own

    Example: Answers that refuse bear one
      Given a running inference service
      When I try every operation on a resource that does not exist
      Then each bears a request id of its own

  @ER.7
  Rule: A refusal must not show the inside of the service
    Example: Nothing of its code and its database is seen
      Given a running inference service
      When I try every operation on a resource that does not exist
      Then none shows the inside of the service

    Example: Nothing of it is seen when a request cannot be read
      Given a running inference service
      When I try every operation that takes a body with one that cannot be read
      Then none shows the inside of the service

  @ER.8
  Rule: A field that nobody knows must be ignored
    Scenario Outline: A <kind> is made all the same
      When I create a <kind> with a field that nobody knows
      Then the <kind> is there

      Examples:
        | kind              |
        | workspace         |
        | endpoint          |
        | model             |
        | inference service |

  @ER.20
  Rule: Every operation that takes a body must refuse one that cannot be read
    Example: All refuse it
      Given a running inference service
      When I try every operation that takes a body with one that cannot be read
      Then each is refused because it cannot be read
      And nothing of all that has changed

    Example: With none of that all can be read
      Given a running inference service
      When I read everything
      Then each is accepted

  @ER.21
  Rule: A request that is not one JSON value must be refused
    Scenario Outline: No workspace is made from <what>
      When I try to create a workspace from <what>
      Then it is refused because it cannot be read
      And nothing has changed

      Examples:
        | what                         |
        | what goes on behind its end  |
        | what says a thing twice      |
        | what has a broken character  |

    Example: What is sound is accepted
      When I create a plain workspace
      Then the workspace is there

  @ER.22
  Rule: A request of 100 levels must not bring the service down
    Example: It is accepted or refused, but does not fail
      When I try to create a workspace from what is 100 levels deep
      Then the service has not failed

  @ER.23
  Rule: A path that does not exist must be refused for that
    Example: A path beside the others is refused
      When I try to read what the contract does not know
      Then it is refused because there is no such path

    Example: One of the contract is accepted
      When I try to list workspaces with my token
      Then it is accepted
