Feature: Units
  An endpoint has units, and inference services take some of them, until they are gone.

  @P4.10
  Rule: An inference service's maximum must not be below its minimum
    Example: A maximum below is refused
      When I try to create an inference service whose minimum is 2 and whose maximum is 1
      Then it is refused because a rule forbids it
      And nothing has changed

    Example: What the endpoint has been changed to counts
      Given a running endpoint whose maximum is 4
      And the endpoint was changed so that its maximum is 9
      When I try to create an inference service whose maximum is 9
      Then it is accepted

    Example: A maximum as high is accepted
      When I try to create an inference service whose minimum is 2 and whose maximum is 2
      Then it is accepted

  @P4.11
  Rule: An inference service's maximum must not be above that of its endpoint
    Example: A maximum above is refused
      Given an endpoint whose maximum is 4
      When I try to create an inference service whose maximum is 5
      Then it is refused because a rule forbids it
      And nothing has changed

    Example: What the endpoint has been changed to counts
      Given a running endpoint whose maximum is 4
      And the endpoint was changed so that its maximum is 9
      When I try to create an inference service whose maximum is 9
      Then it is accepted

    Example: A maximum as high is accepted
      Given an endpoint whose maximum is 4
      When I try to create an inference service whose maximum is 4
      Then it is accepted

  @P4.12
  Rule: The maximums of all inference services must not sum to more than that of their endpoint
    Example: One that does not fit any more is refused
      Given an endpoint whose maximum is 4
      And an inference service whose maximum is 3
      When I try to create another inference service whose maximum is 2
      Then it is refused because a rule forbids it
      And nothing has changed

    Example: What a change has taken is no longer free
      Given an endpoint whose maximum is 4
      And a running inference service whose maximum is 1
      And the inference service was changed so that its maximum is 3
      When I try to create another inference service whose maximum is 2
      Then it is refused because a rule forbids it
      And nothing has changed

    Example: One that just fits is accepted
      Given an endpoint whose maximum is 4
      And an inference service whose maximum is 3
      When I try to create another inference service whose maximum is 1
      Then it is accepted

    Example: On another endpoint there is room
      Given an endpoint whose maximum is 4
      And an inference service whose maximum is 3
      And another endpoint whose maximum is 4
      When I try to create another inference service whose maximum is 2
      Then it is accepted

  @P4.13
  Rule: The maximums must not sum to more when many are created at the same moment
    Example: Of eight that ask for one unit each four fit
      Given a running endpoint whose maximum is 4
      When I try to create 8 inference services at the same moment
      Then 4 of them are accepted
      And there are 4 inference services

  @P4.14
  Rule: The units of a deleted inference service must be free again
    Example: Another one takes them
      Given an endpoint whose maximum is 4
      And an inference service whose maximum is 4
      And the inference service was deleted
      When I try to create another inference service whose maximum is 4
      Then it is accepted

  @P4.15
  Rule: An inference service without units must take all that its endpoint has free
    Example: It takes the whole endpoint
      Given an endpoint whose maximum is 4
      When I create an inference service without units
      Then the maximum of the inference service is 4

    Example: It takes what another one leaves
      Given an endpoint whose maximum is 4
      And an inference service whose maximum is 3
      When I create an inference service without units
      Then the maximum of the second inference service is 1

    Example: It is refused when nothing is left
      Given an endpoint whose maximum is 4
      And an inference service whose maximum is 4
      When I try to create an inference service without units
      Then it is refused because a rule forbids it
      And nothing has changed
