Feature: Step 2, endpoints
  An endpoint reserves units that inference services share. It is created, changed and deleted over time.

  @P2.1
  Rule: A new endpoint must be answered whole, as being created
    Example: The answer shows the endpoint and its status
      When I create a plain endpoint
      Then the answer shows it as being created
      And the endpoint has what I asked for

  @P2.2
  Rule: Every answer of an endpoint's operations must keep to the contract
    Example: From creation to deletion
      Given a running endpoint
      And another endpoint whose description is "second" and whose maximum is 1
      And the first endpoint was changed so that its description is "changed"
      When I delete the first endpoint
      Then the first endpoint is gone
      And every answer kept to the contract

  @P2.3
  Rule: A running endpoint must show the values that it was created with
    Example: Name, description, type and units come back
      When I create an endpoint whose description is "a, b (c)" and whose maximum is 7
      Then the endpoint has what I asked for

  @P2.4
  Rule: An endpoint may be created without units and then must have room for 1000
    Example: An inference service without units takes them all
      Given an endpoint without units
      When I create an inference service without units
      Then the maximum of the inference service is 1000

  @P2.5
  Rule: A new endpoint must be private
    Example: Nobody else sees it
      When I create a plain endpoint
      Then it shows itself as private

  @P2.7
  Rule: An endpoint's name must be taken only once in a workspace
    Example: A second endpoint of the same name is refused
      Given an endpoint whose name is "taken"
      When I try to create another endpoint whose name is that of the first
      Then it is refused because a rule forbids it
      And nothing has changed

    Example: A second endpoint of another name is accepted
      Given an endpoint whose name is "taken"
      When I try to create another endpoint whose name is "free"
      Then it is accepted

    Example: The same name in another workspace is accepted
      Given an endpoint whose name is "taken"
      And another workspace
      When I try to create another endpoint whose name is "taken"
      Then it is accepted

    Example: A name is free again once its endpoint has another
      Given a running endpoint whose name is "taken"
      And the endpoint was changed so that its name is "given-up"
      When I try to create another endpoint whose name is "taken"
      Then it is accepted

    Example: A name is free again once its endpoint is gone
      Given an endpoint whose name is "taken"
      And the endpoint was deleted
      When I try to create another endpoint whose name is "taken"
      Then it is accepted

  @P2.8
  Rule: An endpoint's maximum must not be below its minimum
    Example: A maximum below is refused
      When I try to create an endpoint whose minimum is 2 and whose maximum is 1
      Then it is refused because a rule forbids it
      And nothing has changed

    Example: A minimum below is accepted
      When I try to create an endpoint whose minimum is 0 and whose maximum is 1
      Then it is accepted

  @P2.9
  Rule: An endpoint's minimum may be as high as its maximum
    Example: Both are equal
      When I try to create an endpoint whose minimum is 2 and whose maximum is 2
      Then it is accepted
      And the endpoint has what I asked for

  @P2.10
  Rule: An endpoint must be of a spec that is offered
    Example: An unknown spec is refused
      When I try to create an endpoint whose spec is one that does not exist
      Then it is refused because there is no such spec
      And nothing has changed

    Example: The spec of the account is accepted
      When I create a plain endpoint
      Then the endpoint has what I asked for

  @P2.11
  Rule: What an endpoint of another type was created with must be given back
    Example: An image comes back
      When I create an endpoint whose type is "ray" and whose image is "2180518f-42b8-4947-b20b-adfc53981a25"
      Then the endpoint has what I asked for

    Example: A cap comes back after a change
      Given a running endpoint
      When I change the endpoint so that its cap is "any"
      Then the cap of the endpoint is "any"

  @P2.12
  Rule: A running endpoint must have exactly one address for invocations
    Example: It is of the kind ApiInvoke
      When I create a plain endpoint
      Then it has one address for invocations

  @P2.20
  Rule: A change of an endpoint must be answered as under way and then be stored
    Example: A new name is read back
      Given a running endpoint
      When I change the endpoint so that its name is "renamed"
      Then the answer shows it as being changed
      And the name of the endpoint is "renamed"
      And nothing else has changed

    Example: A new description is read back
      Given a running endpoint
      When I change the endpoint so that its description is "changed"
      Then the description of the endpoint is "changed"
      And nothing else has changed

    Example: A new maximum is read back
      Given a running endpoint
      When I change the endpoint so that its maximum is 9
      Then the maximum of the endpoint is 9
      And nothing else has changed

  @P2.21
  Rule: A change must leave an endpoint's other fields as they are
    Example: A field that is left out stays
      Given a running endpoint whose description is "kept"
      When I change the endpoint so that its name is "renamed"
      Then the description of the endpoint is "kept"
      And nothing else has changed

    Example: A field that is null stays
      Given a running endpoint whose description is "kept"
      When I change the endpoint so that its name is "renamed" and its description is null
      Then the description of the endpoint is "kept"

  @P2.22
  Rule: An empty change of an endpoint must change nothing
    Example: Nothing is changed by nothing
      Given a running endpoint
      When I change nothing about the endpoint
      Then nothing has changed

  @P2.23
  Rule: An empty description must clear that of an endpoint
    Example: A description is cleared
      Given a running endpoint whose description is "old"
      When I change the endpoint so that its description is ""
      Then the description of the endpoint is ""

  @P2.24
  Rule: A change must not turn an endpoint into another type
    Example: The type stays
      Given a running endpoint
      When I try to change the endpoint so that its type is "ray"
      Then the type of the endpoint is "inference"
      And nothing has changed

  @P2.25
  Rule: A change must not give an endpoint a name that is taken
    Example: The name of another one is refused
      Given an endpoint whose name is "taken"
      And another endpoint
      When I try to change the second endpoint so that its name is that of the first
      Then it is refused because a rule forbids it
      And nothing has changed

    Example: Its own name is accepted
      Given a running endpoint whose name is "taken"
      When I try to change the endpoint so that its name is that of the first
      Then it is accepted
      And nothing has changed

  @P2.26
  Rule: A change must not bring an endpoint's maximum below its minimum
    Example: A maximum below is refused
      Given a running endpoint
      When I try to change the endpoint so that its minimum is 3 and its maximum is 2
      Then it is refused because a rule forbids it
      And nothing has changed

    Example: A minimum below is accepted
      Given a running endpoint
      When I try to change the endpoint so that its minimum is 0 and its maximum is 2
      Then it is accepted

  @P2.27
  Rule: A change must not bring an endpoint's maximum below what its inference services hold
    Example: A maximum below is refused
      Given a running inference service whose maximum is 2
      When I try to change the endpoint so that its maximum is 1
      Then it is refused because a rule forbids it
      And nothing has changed

    Example: A maximum that just holds them is accepted
      Given a running inference service whose maximum is 2
      When I try to change the endpoint so that its maximum is 2
      Then it is accepted

  @P2.28
  Rule: The version before an endpoint's last change must stay to be seen
    Example: The old name is still shown
      Given a running endpoint whose name is "old"
      And the endpoint was changed so that its name is "new"
      When I look at the version before
      Then it shows the name "old"

    Example: The current one shows the new name
      Given a running endpoint whose name is "old"
      And the endpoint was changed so that its name is "new"
      When I look at the current version
      Then it shows the name "new"

  @P2.30
  Rule: A deleted endpoint must be answered with its id and then be gone
    Example: It is neither shown nor listed
      Given a running endpoint
      When I delete the endpoint
      Then the answer bears its id
      And the endpoint is gone

    Example: Its neighbour stays
      Given a running endpoint
      And another endpoint
      When I delete the second endpoint
      Then the second endpoint is gone
      And the first endpoint is there

  @P2.31
  Rule: An endpoint that holds inference services must not be deleted
    Example: An inference service holds it
      Given a running inference service
      When I try to delete the endpoint
      Then it is refused because a rule forbids it
      And nothing has changed

    Example: Once the inference service is gone it can be deleted
      Given a running inference service
      And the inference service was deleted
      When I delete the endpoint
      Then the endpoint is gone
