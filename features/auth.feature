Feature: Who may ask
  A token, or a signature made with a pair of keys, opens every operation but the health check.

  @AU.1
  Rule: A request without credentials must be refused and change nothing
    Example: Every operation refuses
      Given a running inference service
      When I try every operation without credentials
      Then each is refused because there are no credentials
      And nothing of all that has changed

    Example: With a token what can be read is read
      Given a running inference service
      When I read everything with my token
      Then each is accepted

  @AU.2
  Rule: A request with a wrong token must be refused and change nothing
    Example: Every operation refuses
      Given a running inference service
      When I try every operation with a wrong token
      Then each is refused because the token is wrong
      And nothing of all that has changed

    Example: The right one is accepted
      When I try to list workspaces with my token
      Then it is accepted

  @AU.3
  Rule: A token that is over must be refused
    Example: An expired token is refused
      When I try to list workspaces with an expired token
      Then it is refused because the token is wrong

    Example: One that lasts is accepted
      When I try to list workspaces with my token
      Then it is accepted

  @AU.4
  Rule: A request that is signed must be accepted
    Example: What can be read is read
      Given a running inference service
      When I read everything with my signature
      Then each is accepted

  @AU.5
  Rule: A signature that does not fit must be refused
    Example: One made with another secret is refused
      When I try to list workspaces with a bad signature
      Then it is refused because the signature is wrong

    Example: One that fits is accepted
      When I try to list workspaces with my signature
      Then it is accepted

  @AU.6
  Rule: A signature older than 15 minutes must be refused
    Example: One from 20 minutes ago is refused
      When I try to list workspaces with a stale signature
      Then it is refused because the signature is wrong

    Example: One from now is accepted
      When I try to list workspaces with my signature
      Then it is accepted

  @AU.7
  Rule: The token must decide when a request is signed as well
    Example: The right token with a wrong signature is accepted
      When I try to list workspaces with my token and a wrong signature
      Then it is accepted

    Example: A wrong token with the right signature is refused
      When I try to list workspaces with my signature and a wrong token
      Then it is refused because the token is wrong

  @AU.20
  Rule: A token that only resembles a good one must be refused
    Scenario Outline: It is refused as <token>
      When I try to list workspaces with <token>
      Then it is refused because the token is wrong

      Examples:
        | token                     |
        | my token cut short        |
        | my token with more behind |
        | my token in other letters |

    Example: The good one is accepted
      When I try to list workspaces with my token
      Then it is accepted

  @AU.21
  Rule: Every operation must refuse a signature that does not fit
    Example: Every operation refuses
      Given a running inference service
      When I try every operation with a bad signature
      Then each is refused because the signature is wrong
      And nothing of all that has changed

    Example: With one that fits what can be read is read
      Given a running inference service
      When I read everything with my signature
      Then each is accepted

  @AU.22
  Rule: A signature must be refused with a request that it was not made for
    Scenario Outline: It is refused as <signature>
      When I try to list workspaces with <signature>
      Then it is refused because the signature is wrong

      Examples:
        | signature                     |
        | a signature of another path   |
        | a signature of another query  |
        | a signature of another method |
        | a signature of another time   |

    Example: One of another body makes nothing
      When I try to create a workspace with a signature of another body
      Then it is refused because the signature is wrong
      And nothing has changed

    Example: One of the request itself is accepted
      When I try to create a workspace with my signature
      Then it is accepted

  @AU.23
  Rule: A signature from more than 15 minutes ahead must be refused
    Example: One from 20 minutes ahead is refused
      When I try to list workspaces with a signature from the future
      Then it is refused because the signature is wrong

    Example: One from now is accepted
      When I try to list workspaces with my signature
      Then it is accepted
