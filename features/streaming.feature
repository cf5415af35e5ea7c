Feature: The stream
  Events arrive one by one, each a chunk of the answer.

  @ST.1
  Rule: All chunks of a stream must share their id, their time and their model
    Example: There is one of each
      Given a running inference service
      When I listen to an answer
      Then all its chunks share their id, their time and their model

  @ST.2
  Rule: Each choice of a stream must begin with the role of the assistant
    Example: One choice begins with it
      Given a running inference service
      When I listen to an answer
      Then each choice begins with the role of the assistant

    Example: Two choices begin with it
      Given a running inference service
      When I listen to an answer with 2 choices
      Then each choice begins with the role of the assistant

  @ST.3
  Rule: The choices of a stream must be numbered from 0
    Example: One choice is number 0
      Given a running inference service
      When I listen to an answer
      Then its choices are numbered from 0 to 0

  @ST.4
  Rule: A stream must have as many choices as are wanted
    Example: Two choices are numbers 0 and 1
      Given a running inference service
      When I listen to an answer with 2 choices
      Then its choices are numbered from 0 to 1

  @ST.5
  Rule: Each choice of a stream must end once and for a known reason
    Example: One choice ends once
      Given a running inference service
      When I listen to an answer
      Then each choice ends once and for a known reason

    Example: Two choices end once each
      Given a running inference service
      When I listen to an answer with 2 choices
      Then each choice ends once and for a known reason

  @ST.6
  Rule: No choice of a stream must go on after its end
    Example: Nothing is said after the reason
      Given a running inference service
      When I listen to an answer
      Then no choice goes on after its end

  @ST.7
  Rule: A stream must not break off
    Example: It comes to its end
      Given a running inference service
      When I listen to an answer
      Then it comes to its end

  @ST.8
  Rule: A stream must end with the mark of its end, once
    Example: The mark is the last event
      Given a running inference service
      When I listen to an answer
      Then it ends with its mark, once

  @ST.9
  Rule: Nothing must follow the mark of a stream's end
    Example: The mark is the last event, if there is one
      Given a running inference service
      When I listen to an answer
      Then nothing follows the mark of its end

  @ST.10
  Rule: A stream must not be held back until the answer is whole
    Example: Pieces arrive while the answer is made
      Given a running inference service
      When I listen to an answer with at most 40 tokens
      Then it arrives piece by piece

  @ST.11
  Rule: The last chunk must bear the usage when it is wanted
    Example: It has no choices and sums up
      Given a running inference service
      When I listen to an answer with its usage
      Then its last chunk alone bears the usage, which sums up

  @ST.12
  Rule: The same chat with the same seed must get the same answer
    Example: Two streams say the same
      Given a running inference service
      And I have listened to an answer with the seed 7
      When I listen to an answer with the seed 7
      Then both say the same

    Example: The pieces join to the whole answer
      Given a running inference service
      And I have listened to an answer with the seed 7
      When I ask for a whole answer with the seed 7
      Then the pieces of the stream join to the whole

  @ST.13
  Rule: A stream that its reader leaves must free the inference service
    Example: The next one is answered
      Given a running inference service
      And I have left an answer after 1 event
      When I listen to an answer
      Then it comes to its end
