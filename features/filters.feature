Feature: Lists, narrowed

  @PG.21
  Rule: A page of a narrowed list must be made of what matches
    Scenario Outline: The oldest <kind> fills a page of one
      Given 2 <kind>s
      When I list at most 1 <kind>s that have its id in common with the first <kind>
      Then 1 of 1 are listed
      And the first <kind> is listed

      Examples:
        | kind              |
        | workspace         |
        | endpoint          |
        | model             |
        | inference service |

    Scenario Outline: All <kind>s that match are counted
      Given 3 <kind>s
      When I list at most 2 <kind>s that have the beginning of its name in common with the first <kind>
      Then 2 of 3 are listed

      Examples:
        | kind              |
        | workspace         |
        | endpoint          |
        | model             |
        | inference service |

  @PG.22
  Rule: What a list is narrowed by must all hold at once
    Scenario Outline: The id of one <kind> and the name of another keep none
      Given 2 <kind>s
      When I list the <kind>s that have the id of the first <kind> and the name of the second <kind>
      Then 0 of 0 are listed

      Examples:
        | kind              |
        | workspace         |
        | endpoint          |
        | model             |
        | inference service |

  @PG.23
  Rule: A list that is narrowed to what does not exist must be empty
    Scenario Outline: An id that nothing has keeps no <kind>
      Given a <kind>
      When I list the <kind>s with an id that nothing has
      Then 0 of 0 are listed

      Examples:
        | kind              |
        | workspace         |
        | endpoint          |
        | model             |
        | inference service |

  @PG.26
  Rule: Endpoints must be narrowed by the models that they serve
    Example: An endpoint without inference services is left out
      Given an inference service
      And another endpoint
      When I list the endpoints that serve the model
      Then the first endpoint is listed
      And the second endpoint is not listed

  @PG.27
  Rule: Inference services must be narrowed by their model's version
    Example: Another version is left out
      Given a running inference service
      And the model was changed so that its version is "next"
      And another inference service
      When I list the inference services that have its model version in common with the first inference service
      Then the first inference service is listed
      And the second inference service is not listed

  @PG.28
  Rule: Workspaces must be narrowed by their enterprise project
    Example: Another project is left out
      Given a workspace whose enterprise project is "01049549-82cd-4b2b-9733-ddb94350c125"
      And another workspace
      When I list the workspaces that have its enterprise project in common with the first workspace
      Then the first workspace is listed
      And the second workspace is not listed
