Feature: Tenants
  What a tenant has is private to it. A second tenant is needed to see this.

  @TN.1
  Rule: A tenant's workspaces must not be listed to another one
    Example: A stranger does not see it
      Given a workspace
      When a stranger lists workspaces
      Then the workspace is not listed

    Example: Its owner sees it
      Given a workspace
      When I list the workspaces in pages of 100
      Then the workspace is listed

  @TN.2
  Rule: What a tenant has must be to another one as if it did not exist
    Example: Every operation refuses a stranger
      Given a running inference service
      When a stranger tries every operation on what is mine
      Then each is refused because there is no such workspace
      And nothing of all that has changed

    Example: Its owner is accepted
      Given a running inference service
      When I read everything
      Then each is accepted
