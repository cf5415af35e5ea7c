Feature: Is the service up?

  @HE.1
  Rule: The health of the service must be told to everybody
    Example: Nobody needs credentials
      When I ask for the health of the service with no credentials
      Then it is accepted
      And every answer kept to the contract

    Example: Credentials do no harm
      When I ask for the health of the service with my token
      Then it is accepted
