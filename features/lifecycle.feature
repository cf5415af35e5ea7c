Feature: The lives of endpoints and inference services
  What is asked for takes time. The status tells how far it is, and it never turns back.

  @LC.1
  Rule: What is new must go from creation to running without turning back
    Scenario Outline: A new <kind> comes to run
      When I create a plain <kind>
      Then its status goes from creation to running

      Examples:
        | kind              |
        | endpoint          |
        | inference service |

  @LC.2
  Rule: What is changed must go from the change to running without turning back
    Scenario Outline: A changed <kind> runs again
      Given a running <kind>
      When I change the <kind> so that its description is "changed"
      Then its status goes from the change to running

      Examples:
        | kind              |
        | endpoint          |
        | inference service |

  @LC.3
  Rule: What is deleted must not come back
    Scenario Outline: A deleted <kind> goes
      Given a running <kind>
      When I delete the <kind>
      Then its status goes from deletion to nothing

      Examples:
        | kind              |
        | endpoint          |
        | inference service |

  @LC.4
  Rule: A second deletion must be answered as the first one or as one of nothing
    Scenario Outline: A <kind> is deleted twice
      Given a running <kind>
      When I delete the <kind> twice
      Then both are answered alike, or the second finds nothing

      Examples:
        | kind              |
        | endpoint          |
        | inference service |

  @LC.5
  Rule: What is being deleted must not be changed
    Scenario Outline: A <kind> on its way out stays so
      Given a running <kind>
      And the deletion of the <kind> has begun
      When I try to change the <kind> so that its description is "changed"
      Then it is refused while the <kind> is on its way out

      Examples:
        | kind              |
        | endpoint          |
        | inference service |

    Scenario Outline: A <kind> that stays is changed
      Given a running <kind>
      When I try to change the <kind> so that its description is "changed"
      Then it is accepted

      Examples:
        | kind              |
        | endpoint          |
        | inference service |

  @LC.6
  Rule: What is being deleted must hold its units until it is gone
    Example: Another one must wait for them
      Given an endpoint whose maximum is 4
      And a running inference service whose maximum is 4
      And the deletion of the inference service has begun
      When I try to create another inference service whose maximum is 4
      Then it is refused while the first inference service is on its way out

    Example: It is accepted once they are free
      Given an endpoint whose maximum is 4
      And a running inference service whose maximum is 4
      And the inference service was deleted
      When I try to create another inference service whose maximum is 4
      Then it is accepted

  @LC.7
  Rule: An inference service must not answer before it runs
    Example: It refuses until then
      Given an inference service
      When I try to ask for an answer with at most 3 tokens
      Then it is refused while the inference service is on its way in

    Example: It answers from then on
      Given a running inference service
      When I try to ask for an answer with at most 3 tokens
      Then it is accepted

  @LC.8
  Rule: A change must move the time of the last change and leave that of the creation
    Scenario Outline: The times of a changed <kind>
      Given a running <kind>
      When I change the <kind> so that its description is "changed"
      Then its time of creation stays and its time of change moves on

      Examples:
        | kind              |
        | endpoint          |
        | model             |
        | inference service |

  @LC.20
  Rule: An inference service must wait for its endpoint
    Example: It is not created before its endpoint runs
      Given an endpoint
      When I create a plain inference service
      Then it is pending as long as its endpoint does not run

  @LC.21
  Rule: The times of what is new must be those of its creation
    Scenario Outline: The times of a new <kind>
      When I create a plain <kind>
      Then its times are those of its creation and stay

      Examples:
        | kind              |
        | workspace         |
        | endpoint          |
        | model             |
        | inference service |
