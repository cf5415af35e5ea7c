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
      Then its choices are numbered from 0

  @ST.4
  Rule: A stream must have as many choices as are wanted
    Example: Two choices come back
      Given a running inference service
      When I listen to an answer with 2 choices
      Then it has 2 choices

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
      When I listen up to 3 times until an answer arrives piece by piece
      Then it arrives piece by piece

  @ST.11
  Rule: The last chunk must bear the usage when it is wanted
    Example: It has no choices
      Given a running inference service
      When I listen to an answer with its usage
      Then its last chunk alone bears the usage

  @ST.12
  Rule: The same chat with the same seed must get the same answer
    Example: Two streams say the same
      Given a running inference service
      And I have listened to an answer with the seed 7
      When I listen to an answer with the seed 7
      Then both say the same

    Example: Two whole answers say the same
      Given a running inference service
      And I have asked for a whole answer with the seed 7
      When I ask for a whole answer with the seed 7
      Then both say the same

  @ST.13
  Rule: A stream that its reader leaves must free the inference service
    Example: The next one is answered
      Given a running inference service
      And I have left 3 long answers after their first event
      When I listen to an answer
      Then it begins as soon as the first one did

  @ST.30
  Rule: A stream must be made of comments and of events of one line of data, each ended by LF
    Example: Nothing else is in it
      Given a running inference service
      When I listen to an answer
      Then it is made of comments and of events of one line of data each

  @ST.31
  Rule: A stream must be UTF-8
    Example: Each line can be read
      Given a running inference service
      When I listen to an answer with at most 32 tokens
      Then it can be read as UTF-8

  @ST.33
  Rule: A choice of a stream must tell its role only once
    Example: It is told once
      Given a running inference service
      When I listen to an answer with at most 8 tokens
      Then no choice tells its role again

  @ST.34
  Rule: Nobody but the assistant must speak in a stream
    Example: Every role is the assistant's
      Given a running inference service
      When I listen to an answer with at most 8 tokens
      Then nobody but the assistant speaks

  @ST.35
  Rule: The pieces of a stream must join to the whole answer
    Example: A text joins
      Given a running inference service
      And I have listened to an answer with the seed 7
      When I ask for a whole answer with the seed 7
      Then both say the same

  @ST.36
  Rule: A stream must not bear the usage when it is not wanted
    Example: No chunk bears it
      Given a running inference service
      When I listen to an answer with at most 3 tokens
      Then no chunk bears the usage

  @ST.37
  Rule: The usage of a stream must be that of the whole answer
    Example: Both are the same
      Given a running inference service
      And I have listened to an answer with the seed 7, its usage
      When I ask for a whole answer with the seed 7
      Then both have the same usage

  @ST.41
  Rule: Streams at the same moment must not mix
    Example: Each says what it says alone
      Given a running inference service
      And I have listened to 2 answers one after the other
      When I listen to 2 answers at the same moment
      Then each says what it said alone

  @ST.42
  Rule: A chunk without choices must bear the usage
    Example: There is no other
      Given a running inference service
      When I listen to an answer with at most 3 tokens, its usage
      Then each chunk without choices bears the usage

  @ST.43
  Rule: The pieces of a stream must not wait for one another
    Example: Each arrives when it is made
      Given a running inference service
      When I listen up to 3 times until each piece of an answer has a moment of its own
      Then its pieces arrive apart

  @ST.44
  Rule: The pieces of a stream must not repeat what was said before
    Example: Each adds to it
      Given a running inference service
      When I listen to an answer with at most 8 tokens
      Then no piece repeats what was said before

  @ST.45
  Rule: A piece of a stream must be a token at least
    Example: Three tokens are three pieces at most
      Given a running inference service
      When I listen to an answer with at most 3 tokens
      Then it comes in at most 3 pieces

  @ST.46
  Rule: The pieces of each of several choices must join to that choice of the whole answer
    Example: Two texts join
      Given a running inference service
      And I have listened to an answer with the seed 7, 2 choices
      When I ask for a whole answer with the seed 7, 2 choices
      Then both say the same

  @ST.47
  Rule: The pieces of a call of a tool must join to that of the whole answer
    Example: A call of a tool joins
      Given a running inference service
      And I have listened to an answer with the seed 7, a tool that it must call
      When I ask for a whole answer with the seed 7, a tool that it must call
      Then both say the same

  @ST.48
  Rule: The pieces of an object must join to that of the whole answer
    Example: An object joins
      Given a running inference service
      And I have listened to an answer with the seed 7, an object as its form
      When I ask for a whole answer with the seed 7, an object as its form
      Then both say the same
