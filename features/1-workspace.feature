Feature: Step 1, workspaces
  A workspace holds everything else that a team has. It is made and deleted at once.

  @P1.1
  Rule: A workspace must be created by a name alone and answered with its id
    Example: A name is enough
      When I create a workspace whose description is left out
      Then the workspace is there
      And the workspace has what I asked for

  @P1.2
  Rule: Every answer of a workspace's operations must keep to the contract
    Example: From creation to deletion
      Given a workspace
      And another workspace whose description is left out
      And the first workspace was changed so that its description is "changed"
      When I delete the first workspace
      Then the first workspace is gone
      And every answer kept to the contract

  @P1.3
  Rule: A new workspace must be listed with the values that it was created with
    Example: Name and description come back
      When I create a workspace whose description is "a, b & <c>"
      Then the workspace has what I asked for

  @P1.4
  Rule: The metastore that a workspace was given must be given back
    Example: A metastore comes back
      When I create a workspace whose metastore is "2180518f-42b8-4947-b20b-adfc53981a25"
      Then the workspace has what I asked for

    Example: A new metastore comes back
      Given a workspace
      When I change the workspace so that its metastore is "2180518f-42b8-4947-b20b-adfc53981a25"
      Then the workspace has what I asked for
      And nothing else has changed

  @P1.5
  Rule: A workspace must be in enterprise project 0 unless it is created in another
    Example: It is in the default project
      When I create a plain workspace
      Then the enterprise project of the workspace is "0"

    Example: It is in the project that was named
      When I create a workspace whose enterprise project is "01049549-82cd-4b2b-9733-ddb94350c125"
      Then the workspace has what I asked for

  @P1.6
  Rule: Two workspaces may bear one name
    Example: A second workspace of the same name is accepted
      Given a workspace
      When I try to create another workspace whose name is that of the first
      Then it is accepted
      And the first workspace and the second workspace are two
      And the first workspace is there

  @P1.10
  Rule: A change of a workspace must be stored
    Example: A new name is read back
      Given a workspace
      When I change the workspace so that its name is "renamed"
      Then the name of the workspace is "renamed"
      And nothing else has changed

    Example: A new description is read back
      Given a workspace
      When I change the workspace so that its description is "changed"
      Then the description of the workspace is "changed"
      And nothing else has changed

  @P1.11
  Rule: A change must leave a workspace's other fields as they are
    Example: A field that is left out stays
      Given a workspace whose description is "kept"
      When I change the workspace so that its name is "renamed"
      Then the description of the workspace is "kept"

    Example: A field that is null stays
      Given a workspace whose description is "kept"
      When I change the workspace so that its name is "renamed" and its description is null
      Then the description of the workspace is "kept"

  @P1.12
  Rule: An empty change of a workspace must be accepted and change nothing
    Example: Nothing is changed by nothing
      Given a workspace
      When I change nothing about the workspace
      Then nothing has changed

  @P1.13
  Rule: An empty description must clear that of a workspace
    Example: A description is cleared
      Given a workspace whose description is "old"
      When I change the workspace so that its description is ""
      Then the description of the workspace is ""

  @P1.14
  Rule: A change must not move a workspace to another enterprise project
    Example: The project stays
      Given a workspace
      When I try to change the workspace so that its enterprise project is "01049549-82cd-4b2b-9733-ddb94350c125"
      Then nothing has changed

  @P1.15
  Rule: The same change made twice must have the effect of one
    Example: A name is changed twice
      Given a workspace
      And the workspace was changed so that its name is "renamed"
      When I change the workspace so that its name is "renamed"
      Then nothing has changed

  @P1.20
  Rule: A deleted workspace must be gone at once
    Example: It is no longer listed
      Given a workspace
      When I delete the workspace
      Then the workspace is gone

    Example: Its neighbour stays
      Given a workspace
      And another workspace
      When I delete the second workspace
      Then the first workspace is there

  @P1.21
  Rule: A workspace that holds endpoints or inference services must not be deleted
    Example: An endpoint holds it
      Given an endpoint
      When I try to delete the workspace
      Then it is refused because a rule forbids it
      And nothing has changed

    Example: An inference service holds it
      Given an inference service
      When I try to delete the workspace
      Then it is refused because a rule forbids it
      And nothing has changed

    Example: Once the endpoint is gone it can be deleted
      Given an endpoint
      And the endpoint was deleted
      When I delete the workspace
      Then the workspace is gone

  @P1.22
  Rule: A workspace that holds models must not be deleted
    Example: A model holds it
      Given a model
      When I try to delete the workspace
      Then it is refused because a rule forbids it
      And nothing has changed

    Example: Once the model is gone it can be deleted
      Given a model
      And the model was deleted
      When I delete the workspace
      Then the workspace is gone
