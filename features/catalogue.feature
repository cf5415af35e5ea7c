Feature: What can be ordered

  @CA.1
  Rule: The spec that endpoints are created with must be offered
    Example: It is among the specs
      When I list the specs
      Then the spec that endpoints are created with is among them

  @CA.2
  Rule: The specs must be narrowed by their code and their type
    Example: A code keeps one
      When I list the spec that endpoints are created with
      Then the spec that endpoints are created with is the only one

    Example: Its type keeps it
      When I list the specs of model units
      Then the spec that endpoints are created with is among them

    Example: Another type leaves it out
      When I list the specs of other units
      Then the spec that endpoints are created with is not among them

  @CA.3
  Rule: There must be a base model that a model can start from
    Example: At least one is offered
      When I list the base models
      Then there is at least one

  @CA.4
  Rule: Every answer of the catalogue must keep to the contract
    Example: The specs keep to it
      When I list the specs
      Then every answer kept to the contract

    Example: The base models keep to it
      When I list the base models
      Then every answer kept to the contract

  @CA.20
  Rule: Specs and base models must be listed page by page
    Example: A page of one holds one spec
      When I list at most 1 of the specs
      Then at most one is listed and all are counted

    Example: A page of one holds one base model
      When I list at most 1 of the base models
      Then at most one is listed and all are counted

  @CA.21
  Rule: A spec that does not exist must not be listed
    Example: An unknown code keeps none
      When I list the spec of a code that nothing has
      Then 0 of 0 are listed
