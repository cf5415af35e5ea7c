Feature: Lists, page by page

  @PG.1
  Rule: A page must hold 10 unless another number is asked for
    Example: Of twelve models ten are listed
      Given 12 models
      When I list the models
      Then 10 of 12 are listed

  @PG.2
  Rule: A page must hold no more than is asked for and begin where it is asked to
    Scenario Outline: A page of <kind>s ends at its limit
      Given 3 <kind>s
      When I list at most 2 <kind>s after the first 0
      Then 2 of 3 are listed

      Examples:
        | kind              |
        | endpoint          |
        | model             |
        | inference service |

    Scenario Outline: A page of <kind>s begins at its offset
      Given 3 <kind>s
      When I list at most 3 <kind>s after the first 2
      Then 1 of 3 are listed

      Examples:
        | kind              |
        | endpoint          |
        | model             |
        | inference service |

  @PG.3
  Rule: All pages must join to the whole with nothing twice
    Scenario Outline: Pages of <kind>s join
      Given 3 <kind>s
      When I list the <kind>s in pages of 2
      Then 3 are listed, each once

      Examples:
        | kind              |
        | endpoint          |
        | model             |
        | inference service |

  @PG.4
  Rule: A page behind the end must be empty and still count all
    Example: Behind two models there is nothing
      Given 2 models
      When I list at most 10 models after the first 5
      Then 0 of 2 are listed

  @PG.5
  Rule: A list must hold what is in its workspace only
    Example: What is in another workspace is not listed
      Given a model
      And another workspace
      And another model
      When I list the models
      Then the second model is listed
      And the first model is not listed

  @PG.6
  Rule: Models must be listed by their time of creation, the newest first
    Example: The newest comes first
      Given 2 models
      When I list the models
      Then the second model is listed before the first model

    Example: The oldest comes first when it is asked for
      Given 2 models
      When I list the models by time of creation, ascending
      Then the first model is listed before the second model

  @PG.7
  Rule: Endpoints and inference services must be listed with the newest first
    Example: The newest endpoint comes first
      Given 2 endpoints
      When I list the endpoints
      Then the second endpoint is listed before the first endpoint

    Example: The newest inference service comes first
      Given 2 inference services
      When I list the inference services
      Then the second inference service is listed before the first inference service

    Example: The oldest inference service comes first when it is asked for
      Given 2 inference services
      When I list the inference services by time of creation, ascending
      Then the first inference service is listed before the second inference service

  @PG.8
  Rule: Models must be sorted by name and by their last change
    Example: The names ascend
      Given a model whose name is "second"
      And another model whose name is "first"
      And another model whose name is "third"
      When I list the models by name, ascending
      Then the names ascend

    Example: The names descend
      Given a model whose name is "second"
      And another model whose name is "third"
      And another model whose name is "first"
      When I list the models by name, descending
      Then the names descend

    Example: What was changed last comes first
      Given 2 models
      And the first model was changed so that its description is "changed"
      When I list the models by time of change, descending
      Then the first model is listed before the second model

  @PG.9
  Rule: A list must be narrowed by what is asked for
    Scenario Outline: An id keeps one <kind>
      Given 2 <kind>s
      When I list the <kind>s that have its id in common with the first <kind>
      Then the first <kind> is listed
      And the second <kind> is not listed

      Examples:
        | kind              |
        | workspace         |
        | endpoint          |
        | model             |
        | inference service |

    Scenario Outline: A part of a name keeps one <kind>
      Given 2 <kind>s
      When I list the <kind>s that have part of its name in common with the first <kind>
      Then the first <kind> is listed
      And the second <kind> is not listed

      Examples:
        | kind              |
        | workspace         |
        | endpoint          |
        | model             |
        | inference service |

    Example: Each character of a name means itself
      Given a model whose name is "man-check"
      And another model whose name is "man_check"
      When I list the models that have part of its name in common with the second model
      Then the second model is listed
      And the first model is not listed

  @PG.10
  Rule: Endpoints must be narrowed by their type
    Example: Another type is left out
      Given an endpoint whose type is "inference"
      And another endpoint whose type is "ray"
      When I list the endpoints that have its type in common with the first endpoint
      Then the first endpoint is listed
      And the second endpoint is not listed

  @PG.11
  Rule: Inference services must be narrowed by their endpoint and their model
    Example: Another endpoint is left out
      Given an inference service
      And another endpoint
      And another inference service
      When I list the inference services that have its endpoint in common with the first inference service
      Then the first inference service is listed
      And the second inference service is not listed

    Example: Another model is left out
      Given an inference service
      And another model
      And another inference service
      When I list the inference services that have its model in common with the first inference service
      Then the first inference service is listed
      And the second inference service is not listed

  @PG.12
  Rule: What is private must not be listed as public
    Scenario Outline: A new <kind> is not public
      Given a <kind>
      When I list the <kind>s that are public
      Then the <kind> is not listed

      Examples:
        | kind              |
        | endpoint          |
        | model             |
        | inference service |

    Scenario Outline: A new <kind> is private
      Given a <kind>
      When I list the <kind>s that are private
      Then the <kind> is listed

      Examples:
        | kind              |
        | endpoint          |
        | model             |
        | inference service |

  @PG.30
  Rule: The versions of a model must be narrowed by their id and their name
    Example: By the id there is one
      Given a model whose version is "first-one"
      And the model was changed so that its version is "next-one"
      When I list the versions by the id of the first one
      Then 1 of 1 are listed
      And the first version is listed

    Example: By part of the name there is one
      Given a model whose version is "first-one"
      And the model was changed so that its version is "next-one"
      When I list the versions by "irst" in their names
      Then 1 of 1 are listed
      And the first version is listed

    Example: By what both names have there are both
      Given a model whose version is "first-one"
      And the model was changed so that its version is "next-one"
      When I list the versions by "t-one" in their names
      Then 2 of 2 are listed

  @PG.31
  Rule: A page of versions must hold no more than is asked for and begin where it is asked to
    Example: Page by page each is seen once
      Given a model whose version is "first-one"
      And the model was changed so that its version is "next-one"
      When I list the versions in pages of 1
      Then 2 are listed, each once

    Example: A page of one holds one of two
      Given a model
      And the model was changed so that its version is "next"
      When I list at most 1 versions of the model after the first 0
      Then 1 of 2 are listed

    Example: A page begins at its offset
      Given a model
      And the model was changed so that its version is "next"
      When I list at most 2 versions of the model after the first 1
      Then 1 of 2 are listed
