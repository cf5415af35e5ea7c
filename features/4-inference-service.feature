Feature: Step 4, inference services
  An inference service runs a version of a model on units of an endpoint. It is created, changed and deleted over time.

  @P4.1
  Rule: An inference service must be created from a model and an endpoint and answered with its id
    Example: It runs after a while
      When I create a plain inference service
      Then the inference service has what I asked for

  @P4.2
  Rule: Every answer of an inference service's operations must keep to the contract
    Example: From creation to deletion
      Given a running inference service
      And another inference service whose description is "second"
      And the first inference service was changed so that its description is "changed"
      When I delete the first inference service
      Then the first inference service is gone
      And every answer kept to the contract

  @P4.3
  Rule: A running inference service must show the values that it was created with
    Example: Name, description and units come back
      When I create an inference service whose description is "a, b (c)" and whose maximum is 2
      Then the inference service has what I asked for

  @P4.4
  Rule: An inference service must be created only from what exists
    Example: A model that does not exist is refused
      When I try to create an inference service whose model is one that does not exist
      Then it is refused because there is no such resource
      And nothing has changed

    Example: A version that does not exist is refused
      When I try to create an inference service whose model version is one that does not exist
      Then it is refused because there is no such resource
      And nothing has changed

    Example: An endpoint that does not exist is refused
      When I try to create an inference service whose endpoint is one that does not exist
      Then it is refused because there is no such resource
      And nothing has changed

    Example: What exists is accepted
      When I create a plain inference service
      Then the inference service is there

  @P4.5
  Rule: Two inference services may bear one name
    Example: A second one of the same name is accepted
      Given an inference service
      When I try to create another inference service whose name is that of the first
      Then it is accepted
      And the first inference service and the second inference service are two

  @P4.6
  Rule: An inference service must run the current version of its model unless it names another
    Example: The current version is taken
      Given an endpoint
      And a model
      And the model was changed so that its version is "next"
      When I create a plain inference service
      Then it runs the current version of the model

    Example: The version that is named is taken
      Given an endpoint
      And a model
      And the model was changed so that its version is "next"
      When I create an inference service whose model version is the first one
      Then it runs the first version of the model

  @P4.7
  Rule: An inference service must keep the version that it was created with
    Example: A new version of the model changes nothing
      Given a running inference service
      When I change the model so that its version is "next"
      Then it runs the first version of the model

  @P4.16
  Rule: An inference service's units must be of a spec that is offered
    Example: An unknown spec is refused
      When I try to create an inference service whose spec is one that does not exist
      Then it is refused because there is no such spec
      And nothing has changed

    Example: The spec of the account is accepted
      When I create a plain inference service
      Then the inference service is there

  @P4.17
  Rule: An inference service must be on an endpoint for inference
    Example: An endpoint of another type is refused
      Given an endpoint whose type is "ray"
      When I try to create an inference service whose maximum is 1
      Then it is refused because a rule forbids it
      And nothing has changed

    Example: An endpoint for inference is accepted
      Given an endpoint whose type is "inference"
      When I try to create an inference service whose maximum is 1
      Then it is accepted

  @P4.20
  Rule: A change of an inference service must be stored
    Example: A new name is read back
      Given a running inference service
      When I change the inference service so that its name is "renamed"
      Then the answer bears its id
      And the name of the inference service is "renamed"
      And nothing else has changed

    Example: A new description is read back
      Given a running inference service
      When I change the inference service so that its description is "changed"
      Then the description of the inference service is "changed"
      And nothing else has changed

    Example: A new maximum is read back
      Given a running inference service
      When I change the inference service so that its maximum is 3
      Then the maximum of the inference service is 3
      And nothing else has changed

  @P4.21
  Rule: A change must leave an inference service's other fields as they are
    Example: A field that is left out stays
      Given a running inference service whose description is "kept"
      When I change the inference service so that its name is "renamed"
      Then the description of the inference service is "kept"
      And nothing else has changed

    Example: A field that is null stays
      Given a running inference service whose description is "kept"
      When I change the inference service so that its name is "renamed" and its description is null
      Then the description of the inference service is "kept"

  @P4.22
  Rule: An empty description must clear that of an inference service
    Example: A description is cleared
      Given a running inference service whose description is "old"
      When I change the inference service so that its description is ""
      Then the description of the inference service is ""

  @P4.23
  Rule: A change must not bring an inference service's maximum above what its endpoint has free
    Example: A maximum above is refused
      Given an endpoint whose maximum is 4
      And a running inference service
      When I try to change the inference service so that its maximum is 5
      Then it is refused because a rule forbids it
      And nothing has changed

    Example: What the endpoint has been changed to counts
      Given a running endpoint whose maximum is 4
      And the endpoint was changed so that its maximum is 9
      When I try to create an inference service whose maximum is 9
      Then it is accepted

    Example: A maximum as high is accepted
      Given an endpoint whose maximum is 4
      And a running inference service
      When I try to change the inference service so that its maximum is 4
      Then it is accepted

  @P4.24
  Rule: A change must not change an inference service's minimum
    Example: The minimum stays
      Given a running inference service
      When I try to change the inference service so that its minimum is 2 and its maximum is 2
      Then the minimum of the inference service is 1

    Example: The minimum as it is is accepted
      Given a running inference service
      When I try to change the inference service so that its minimum is 1 and its maximum is 2
      Then it is accepted

  @P4.25
  Rule: A change must not give an inference service another model or version
    Example: The model stays
      Given a running inference service
      And another model
      When I try to change the inference service so that its model is the second model
      Then nothing has changed

    Example: The version stays
      Given a running inference service
      And the model was changed so that its version is "next"
      When I try to change the inference service so that its model version is the current one
      Then nothing has changed

  @P4.26
  Rule: A change must not move an inference service to another endpoint
    Example: The endpoint stays
      Given a running inference service
      When I try to change the inference service so that its endpoint is one that does not exist
      Then nothing has changed

  @P4.30
  Rule: A deleted inference service must be gone
    Example: It is neither shown nor listed
      Given a running inference service
      When I delete the inference service
      Then the inference service is gone

    Example: Its neighbour stays
      Given a running inference service
      And another inference service
      When I delete the second inference service
      Then the second inference service is gone
      And the first inference service is there
