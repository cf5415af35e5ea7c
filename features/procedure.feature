@procedure
Feature: The procedure
  "Creating an Inference Service" as the tutorial tells it: five calls in its order, with the bodies it prints. The ids
  that it leaves empty are filled in from the steps before. Against a live service the names get a prefix of their own, and
  the spec, the base model and the weights are what the account can use.

  Scenario: From nothing to a streamed answer, and back to nothing
    When I create a workspace
      """json
      {
        "name": "apieworkspace",
        "description": "apie test workspace"
      }
      """
    And I create an endpoint in that workspace
      """json
      {
        "name": "apie_test",
        "description": "apie test endpoint",
        "type": "inference",
        "reserved_resource": {
          "mu": {
            "spec_code": "mu.llama3.8b",
            "min": 0,
            "max": 1
          }
        }
      }
      """
    And I create a model
      """json
      {
        "name": "LLama3-8b",
        "description": "this is a apie test model",
        "type": "LLM_MODEL",
        "version": {
          "name": "v1",
          "description": "test description",
          "config": {
            "llm_model_config": {
              "base_model_type": "",
              "model_path": ""
            }
          }
        }
      }
      """
    And I create an inference service of that model on that endpoint
      """json
      {
        "source": {
          "id": ""
        },
        "name": "test_serviceInstanceName",
        "description": "description",
        "endpoint_id": ""
      }
      """
    And I send an inference request once the service is running
      """json
      {
        "messages": [
          {
            "role": "user",
            "content": "hello"
          }
        ]
      }
      """
    Then the answer streams back
    And everything I created can be deleted again
