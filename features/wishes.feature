Feature: What a chat can wish for
  How long an answer shall be, where it ends, what form it has and which tools it calls.

  @P5.5
  Rule: The two limits of tokens must not be sent together
    Example: Both are refused
      Given a running inference service
      When I try to ask for an answer with both limits of tokens
      Then it is refused because it breaks the contract

    Example: One is accepted
      Given a running inference service
      When I try to ask for an answer with at most 3 tokens
      Then it is accepted

  @P5.6
  Rule: An answer must not take more tokens than are wanted
    Example: It ends at its limit
      Given a running inference service
      When I ask for a whole answer with at most 3 tokens
      Then it takes at most 3 tokens
      And the answer ends for the reason "length"

    Example: It ends at its limit by the other name
      Given a running inference service
      When I ask for a whole answer with at most 3 tokens of completion
      Then it takes at most 3 tokens
      And the answer ends for the reason "length"

    Example: A stream ends at its limit
      Given a running inference service
      When I listen to an answer with at most 3 tokens
      Then the answer ends for the reason "length"

  @P5.7
  Rule: There must be as many choices as are wanted
    Example: Two choices come back
      Given a running inference service
      When I ask for a whole answer with 2 choices
      Then 2 choices come back

  @P5.8
  Rule: An answer must end before a stop text
    Example: The stop text is not said
      Given a running inference service
      When I ask for a whole answer with the stop text "our conversation"
      Then it does not say "our conversation"
      And the answer ends for the reason "stop"

    Example: A stream does not say one of several
      Given a running inference service
      When I listen to an answer with the stop text "our conversation" among others
      Then it does not say "our conversation"
      And the answer ends for the reason "stop"

  @P5.9
  Rule: An answer must say by its form what it was asked to be
    Example: It is an object
      Given a running inference service
      When I ask for a whole answer with an object as its form
      Then it is an object

    Example: The pieces of a stream join to one
      Given a running inference service
      When I listen to an answer with an object as its form
      Then it is an object

  @P5.10
  Rule: A tool that must be called must be called
    Example: It is called in a whole answer
      Given a running inference service
      When I ask for a whole answer with a tool that it must call
      Then it calls that tool
      And the answer ends for the reason "tool_calls"

    Example: It is called in a stream
      Given a running inference service
      When I listen to an answer with a tool that it must call
      Then the answer ends for the reason "tool_calls"
      And it calls that tool

  @P5.11
  Rule: A choice of tools must not be sent without tools
    Example: Without tools it is refused
      Given a running inference service
      When I try to ask for an answer with a choice of tools but no tools
      Then it is refused because it breaks the contract

    Example: With a tool it is accepted
      Given a running inference service
      When I try to ask for an answer with a tool that it must call
      Then it is accepted

  @P5.12
  Rule: The likelihoods of words must not be asked for
    Example: They are refused
      Given a running inference service
      When I try to ask for an answer with logprobs
      Then it is refused because it breaks the contract

    Example: Without them it is accepted
      Given a running inference service
      When I try to ask for an answer with at most 3 tokens
      Then it is accepted

  @P5.34
  Rule: A limit of no tokens must mean the usual limit
    Example: The answer is not cut
      Given a running inference service
      When I ask for a whole answer with at most 0 tokens
      Then it says something
      And the answer ends for the reason "stop"

  @P5.37
  Rule: An answer that its limit cuts must take as many tokens as the limit allows
    Example: A whole answer takes as many
      Given a running inference service
      When I ask for a whole answer with at most 5 tokens
      Then it takes exactly 5 tokens

    Example: So it does by the other limit
      Given a running inference service
      When I ask for a whole answer with at most 5 tokens of completion
      Then it takes exactly 5 tokens

    Example: A stream takes as many
      Given a running inference service
      When I listen to an answer with at most 5 tokens, its usage
      Then it takes exactly 5 tokens

  @P5.38
  Rule: A stop text must change nothing before it
    Example: What a whole answer says before it stays
      Given a running inference service
      And I have asked for a whole answer with the seed 7
      When I ask for a whole answer with the seed 7, the stop text "our conversation"
      Then it says what the one before says up to "our conversation"

    Example: What a stream says before it stays
      Given a running inference service
      And I have asked for a whole answer with the seed 7
      When I listen to an answer with the seed 7, the stop text "our conversation" among others
      Then it says what the one before says up to "our conversation"

  @P5.39
  Rule: A tool must be called with what its parameters ask for
    Example: A whole answer calls so
      Given a running inference service
      When I ask for a whole answer with a tool that it must call
      Then it calls with what the tool must be told

    Example: The pieces of a stream join to it
      Given a running inference service
      When I listen to an answer with a tool that it must call
      Then it calls with what the tool must be told

  @P5.40
  Rule: The tool that is chosen by its name must be called
    Example: It is called and no other
      Given a running inference service
      When I ask for a whole answer with two tools and the choice of the second
      Then it calls the second tool

  @P5.41
  Rule: No tool must be called when none is wanted
    Example: The answer is a text
      Given a running inference service
      When I ask for a whole answer with a tool that it must not call
      Then it calls no tool

  @P5.47
  Rule: Who asks and how many words there are to choose from must have no effect
    Example: Both say the same
      Given a running inference service
      And I have asked for a whole answer with the seed 7
      When I ask for a whole answer with the seed 7, who asks and a number of words to choose from
      Then both say the same
