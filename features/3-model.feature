Feature: Step 3, models
  A model has versions, one of them the current one. It is created, changed and deleted at once.

  @P3.1
  Rule: A model must be created from the tutorial's empty base model and path and answered with its id
    Example: Both are empty
      When I create a model whose base model is "" and whose path is ""
      Then the model is there

  @P3.2
  Rule: Every answer of a model's operations must keep to the contract
    Example: From creation to deletion
      Given a model
      And another model whose description is "second"
      And the first model was changed so that its version is "next"
      And the first version of the first model was deleted
      When I delete the first model
      Then the first model is gone
      And every answer kept to the contract

  @P3.3
  Rule: A new model must be listed with the values that it was created with
    Example: Name, description and first version come back
      When I create a model whose description is "a, b (c)" and whose version description is "d"
      Then the model has what I asked for

  @P3.4
  Rule: Two models may bear one name
    Example: A second model of the same name is accepted
      Given a model
      When I try to create another model whose name is that of the first
      Then it is accepted
      And the first model and the second model are two

  @P3.5
  Rule: A model must start from a base model that is offered
    Example: An unknown base model is refused
      When I try to create a model whose base model is one that does not exist
      Then it is refused because a rule forbids it
      And nothing has changed

    Example: A base model from the list is accepted
      When I try to create a model whose base model is one that is offered
      Then it is accepted

  @P3.6
  Rule: A new version must start from a base model that is offered
    Example: An unknown base model is refused
      Given a model
      When I try to change the model so that its base model is one that does not exist
      Then it is refused because a rule forbids it
      And nothing has changed

    Example: A base model from the list is accepted
      Given a model
      When I try to change the model so that its base model is one that is offered
      Then it is accepted

  @P3.10
  Rule: A change of a model must be stored
    Example: A new name is read back
      Given a model
      When I change the model so that its name is "renamed"
      Then the name of the model is "renamed"
      And nothing else has changed

    Example: A new description is read back
      Given a model
      When I change the model so that its description is "changed"
      Then the description of the model is "changed"
      And nothing else has changed

  @P3.11
  Rule: A change must leave a model's other fields as they are
    Example: A field that is left out stays
      Given a model whose description is "kept"
      When I change the model so that its name is "renamed"
      Then the description of the model is "kept"
      And the model has 1 version

    Example: A field that is null stays
      Given a model whose description is "kept"
      When I change the model so that its name is "renamed" and its description is null
      Then the description of the model is "kept"

  @P3.12
  Rule: An empty change of a model must change nothing
    Example: Nothing is changed by nothing
      Given a model
      When I change nothing about the model
      Then nothing has changed

  @P3.13
  Rule: An empty description must clear that of a model
    Example: A description is cleared
      Given a model whose description is "old"
      When I change the model so that its description is ""
      Then the description of the model is ""

  @P3.14
  Rule: A new version of a model must be kept beside the old ones
    Example: There are two versions
      Given a model
      When I change the model so that its version is "next"
      Then the model has 2 versions

  @P3.15
  Rule: A new version of a model must become its current one
    Example: The new version is current
      Given a model whose version is "first"
      When I change the model so that its version is "next"
      Then the version of the model is "next"

  @P3.16
  Rule: A model must be set back to one of its versions
    Example: The first version is current again
      Given a model whose version is "first"
      And the model was changed so that its version is "next"
      When I change the model so that its current version is the first one
      Then the version of the model is "first"
      And the model has 2 versions

    Example: A version that does not exist is refused
      Given a model
      When I try to change the model so that its current version is one that does not exist
      Then it is refused because there is no such resource
      And nothing has changed

  @P3.17
  Rule: A change must not name a new version and a current one at once
    Example: Both are refused
      Given a model
      When I try to change the model so that its version is "next" and its current version is the first one
      Then it is refused because it breaks the contract
      And nothing has changed

    Example: One of them is accepted
      Given a model
      When I try to change the model so that its current version is the first one
      Then it is accepted

  @P3.20
  Rule: A deleted version must be gone
    Example: It is no longer listed
      Given a model
      And the model was changed so that its version is "next"
      When I delete the first version of the model
      Then the model has 1 version
      And the version of the model is "next"

  @P3.21
  Rule: The current version of a model must not be deleted
    Example: The current version is refused
      Given a model
      And the model was changed so that its version is "next"
      When I try to delete the current version of the model
      Then it is refused because a rule forbids it
      And the model has 2 versions

    Example: Another version is accepted
      Given a model
      And the model was changed so that its version is "next"
      When I try to delete the first version of the model
      Then it is accepted

  @P3.22
  Rule: A version that an inference service uses must not be deleted
    Example: A version in use is refused
      Given a running inference service
      And the model was changed so that its version is "next"
      When I try to delete the first version of the model
      Then it is refused because a rule forbids it
      And the model has 2 versions

    Example: It is accepted once the inference service is gone
      Given a running inference service
      And the model was changed so that its version is "next"
      And the inference service was deleted
      When I try to delete the first version of the model
      Then it is accepted

  @P3.30
  Rule: A deleted model must be gone
    Example: It is no longer listed
      Given a model
      When I delete the model
      Then the model is gone

    Example: Its neighbour stays
      Given a model
      And another model
      When I delete the second model
      Then the first model is there

  @P3.31
  Rule: A model that an inference service uses must not be deleted
    Example: A model in use is refused
      Given a running inference service
      When I try to delete the model
      Then it is refused because a rule forbids it
      And nothing has changed

    Example: It is accepted once the inference service is gone
      Given a running inference service
      And the inference service was deleted
      When I delete the model
      Then the model is gone
