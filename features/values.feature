Feature: Values
  What a caller gives comes back as it was given, wherever it is shown.

  @P1.30
  Rule: The longest name and description of a workspace must be given back whole
    Example: Both come back
      When I create a workspace whose name is as long as allowed and whose description is as long as allowed
      Then the workspace has what I asked for

  @P2.40
  Rule: The longest name and description of an endpoint must be given back whole
    Example: Both come back
      When I create an endpoint whose name is as long as allowed and whose description is as long as allowed
      Then the endpoint has what I asked for

  @P3.40
  Rule: The longest names and descriptions of a model and its version must be given back whole
    Example: Those of the model come back
      When I create a model whose name is as long as allowed and whose description is as long as allowed
      Then the model has what I asked for

    Example: Those of the version come back
      When I create a model whose version is as long as allowed and whose version description is as long as allowed
      Then the model has what I asked for

  @P4.40
  Rule: The longest name and description of an inference service must be given back whole
    Example: Both come back
      When I create an inference service whose name is as long as allowed and whose description is as long as allowed
      Then the inference service has what I asked for

  @P1.31
  Rule: A workspace's description must be given back character by character
    Example: Blanks, marks and signs come back
      When I create a workspace whose description is "  ÄÖ é 中文 😀 (a\b) & <c> 100% +  "
      Then the workspace has what I asked for

  @P2.41
  Rule: An endpoint's description must be given back character by character
    Example: Blanks, marks and signs come back
      When I create an endpoint whose description is "  ÄÖ é 中文 😀 (a\b) 100% +  "
      Then the endpoint has what I asked for

  @P3.41
  Rule: A model's description must be given back character by character
    Example: Blanks, marks and signs come back
      When I create a model whose description is "  ÄÖ é 中文 😀 (a\b) 100% +  "
      Then the model has what I asked for

  @P4.41
  Rule: An inference service's description must be given back character by character
    Example: Blanks, marks and signs come back
      When I create an inference service whose description is "  ÄÖ é 中文 😀 (a\b) 100% +  "
      Then the inference service has what I asked for

  @P1.32
  Rule: A workspace must be answered with what it was created or changed with
    Example: The answer shows what was created
      When I create a workspace whose description is "new"
      Then the answer has what I asked for

    Example: The answer shows what was changed
      Given a workspace
      When I change the workspace so that its name is "renamed" and its description is "changed"
      Then the answer has what I asked for

  @P2.42
  Rule: An endpoint must be answered with what it was created with
    Example: The answer shows what was created
      When I create an endpoint whose description is "new" and whose maximum is 2
      Then the answer has what I asked for

  @P3.42
  Rule: A model must be answered with what it was changed with
    Example: The answer shows what was changed
      Given a model
      When I change the model so that its name is "renamed" and its description is "changed"
      Then the answer has what I asked for

  @P3.43
  Rule: The version that a model is created with must be answered with its id
    Example: The version is the current one
      When I create a plain model
      Then the answer bears the id of its version

  @P3.46
  Rule: The current version of a model must be listed as the model shows it
    Example: Both tell the same
      When I create a model whose version is "first" and whose version description is "d"
      Then its current version is listed as the model shows it

  @LC.23
  Rule: Each thing that is created must be another one
    Scenario Outline: Two <kind>s have an id each
      Given a <kind>
      When I create another <kind> whose description is "another"
      Then the first <kind> and the second <kind> are two

      Examples:
        | kind              |
        | workspace         |
        | model             |

  @P1.34
  Rule: A change of a workspace must leave other workspaces as they are
    Example: Its neighbour stays as it is
      Given a workspace whose description is "kept"
      And another workspace
      When I change the second workspace so that its description is "changed"
      Then the description of the first workspace is "kept"

  @PG.20
  Rule: What is listed must be listed as it is shown alone
    Scenario Outline: The list and the <kind> tell the same
      Given a <kind>
      When I list the <kind>s in pages of 100
      Then the <kind> is listed as it is shown alone

      Examples:
        | kind              |
        | workspace         |
        | endpoint          |
        | model             |
        | inference service |
