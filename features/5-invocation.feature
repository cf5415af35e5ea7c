Feature: Step 5, invocation
  A running inference service answers a chat, as a stream or whole.

  @P5.1
  Rule: The answer to the tutorial's chat must stream
    Example: A chat that does not say how is streamed
      Given a running inference service
      When I listen to an answer
      Then it comes to its end

  @P5.2
  Rule: Every answer of an invocation must keep to the contract
    Example: A stream keeps to it
      Given a running inference service
      When I listen to an answer
      Then the stream keeps to the contract

    Example: A whole answer keeps to it
      Given a running inference service
      When I ask for a whole answer
      Then every answer kept to the contract

  @P5.3
  Rule: The answer must come whole when no stream is wanted
    Example: It is one turn of the assistant
      Given a running inference service
      When I ask for a whole answer
      Then one turn of the assistant comes back

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

    Example: A stream ends at its limit
      Given a running inference service
      When I listen to an answer with at most 3 tokens
      Then the stream ends for the reason "length"

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
      When I ask for a whole answer with the stop text conversation
      Then it does not say "conversation"
      And the answer ends for the reason "stop"

  @P5.9
  Rule: An answer must say by its form what it was asked to be
    Example: It is an object
      Given a running inference service
      When I ask for a whole answer with an object as its form
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
      Then the stream ends for the reason "tool_calls"
      And the stream keeps to the contract

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

  @P5.13
  Rule: The usage of an answer must sum up
    Example: All is the sum of both parts
      Given a running inference service
      When I ask for a whole answer
      Then its usage sums up

  @P5.14
  Rule: A field of a chat that nobody knows must be ignored
    Example: It is answered all the same
      Given a running inference service
      When I ask for a whole answer with a field that nobody knows
      Then one turn of the assistant comes back

  @P5.61
  Rule: The path alone must decide which inference service answers
    Example: Another name in a header changes nothing
      Given a running inference service
      When I ask for a whole answer that names another inference service
      Then one turn of the assistant comes back
