Feature: Step 5, invocation
  A running inference service answers a chat, as a stream or whole.

  @P5.1
  Rule: The answer to the tutorial's chat must stream
    Example: A chat that does not say how is streamed
      Given a running inference service
      When I listen to an answer
      Then it comes to its end

    Example: A chat that wants a stream is streamed
      Given a running inference service
      When I listen to an answer with a stream
      Then it comes to its end

  @P5.2
  Rule: Every answer of an invocation must keep to the contract
    Example: A stream keeps to it
      Given a running inference service
      When I listen to an answer
      Then the stream keeps to the contract

    Example: A stream that calls a tool keeps to it
      Given a running inference service
      When I listen to an answer with a tool that it must call
      Then the stream keeps to the contract

    Example: A whole answer keeps to it
      Given a running inference service
      When I ask for a whole answer
      Then every answer kept to the contract

    Example: What is said instead of an answer keeps to it
      Given a running inference service
      When I try to listen to an answer with both limits of tokens
      Then every answer kept to the contract

  @P5.3
  Rule: The answer must come whole when no stream is wanted
    Example: It is one turn of the assistant
      Given a running inference service
      When I ask for a whole answer
      Then one turn of the assistant comes back

  @P5.13
  Rule: The usage of an answer must sum up
    Example: All is the sum of both parts
      Given a running inference service
      When I ask for a whole answer
      Then its usage sums up

    Example: So it does in a stream, if it is there
      Given a running inference service
      When I listen to an answer with its usage
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

  @P5.30
  Rule: An answer must bear the time that it was begun at, in seconds
    Example: A stream bears it
      Given a running inference service
      When I listen to an answer
      Then it bears the time of its beginning

    Example: A whole answer bears it
      Given a running inference service
      When I ask for a whole answer with at most 3 tokens
      Then it bears the time of its beginning

  @P5.31
  Rule: Each answer must have an id of its own
    Example: Answers at the same moment have different ones
      Given a running inference service
      When I listen to 2 answers at the same moment
      Then each answer has an id of its own

    Example: The same chat gets different ones
      Given a running inference service
      And I have asked for a whole answer with at most 3 tokens
      When I ask for a whole answer with at most 3 tokens
      Then each answer has an id of its own

  @P5.32
  Rule: An answer that nothing cuts must end for the reason stop
    Example: A stream ends so
      Given a running inference service
      When I listen to an answer
      Then the answer ends for the reason "stop"

    Example: A whole answer ends so
      Given a running inference service
      When I ask for a whole answer
      Then the answer ends for the reason "stop"

  @P5.33
  Rule: Different chats must get different answers
    Example: Whole answers differ
      Given a running inference service
      And I have asked for a whole answer with the words "Say apple."
      When I ask for a whole answer with the words "Say pear."
      Then both say something else

    Example: Streams differ as well
      Given a running inference service
      And I have listened to an answer with the words "Say apple."
      When I listen to an answer with the words "Say pear."
      Then both say something else

  @P5.35
  Rule: A longer conversation must count more tokens
    Example: Turns before the last one are counted
      Given a running inference service
      And I have asked for a whole answer with at most 3 tokens
      When I ask for a whole answer with at most 3 tokens, two turns before it
      Then it counts more tokens of the conversation than the one before

  @P5.36
  Rule: A whole answer must tell its usage
    Example: It tells it
      Given a running inference service
      When I ask for a whole answer with at most 3 tokens
      Then it tells its usage

  @P5.42
  Rule: A deleted inference service must not answer
    Example: It is refused
      Given a running inference service
      And the inference service was deleted
      When I try to ask for an answer with at most 3 tokens
      Then it is refused because there is no such resource

    Example: Before that it is accepted
      Given a running inference service
      When I try to ask for an answer with at most 3 tokens
      Then it is accepted

  @P5.43
  Rule: The choices of a whole answer must be numbered from 0
    Example: Two are numbers 0 and 1
      Given a running inference service
      When I ask for a whole answer with 2 choices, at most 3 tokens
      Then they are numbered from 0

  @P5.44
  Rule: Each choice of a whole answer must end for a known reason
    Example: One ends for it
      Given a running inference service
      When I ask for a whole answer with at most 3 tokens
      Then each of them ends for a known reason

  @P5.45
  Rule: A chat that wants a stream must be refused as one that does not
    Example: Both limits of tokens are refused
      Given a running inference service
      When I try to listen to an answer with both limits of tokens
      Then it is refused because it breaks the contract

    Example: One is accepted
      Given a running inference service
      When I try to listen to an answer with at most 3 tokens
      Then it is accepted

  @P5.46
  Rule: An answer must name the model of its inference service
    Example: A stream names it
      Given a running inference service
      When I listen to an answer with at most 3 tokens
      Then it names the model of the inference service

    Example: A whole answer names it
      Given a running inference service
      When I ask for a whole answer with at most 3 tokens
      Then it names the model of the inference service
