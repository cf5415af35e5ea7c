package dev.fabrickit.server.model;

import dev.fabrickit.server.error.ErrorCode;
import dev.fabrickit.server.error.Refusal;
import dev.fabrickit.server.schema.BaseModel;
import dev.fabrickit.server.seam.Rule;
import dev.fabrickit.server.seam.Rules;
import jakarta.inject.Singleton;
import java.util.List;

/** The base models that the console guide names. An empty type stands for the first of them. */
@Singleton
class BaseModels {
    private static final List<BaseModel> ALL = List.of(
            new BaseModel().baseModelType("QWEN_2_72B").maxTokens(16_000).numOfMu(8),
            new BaseModel().baseModelType("GLM_4_9B").maxTokens(32_000).numOfMu(2));

    private final Rules rules;

    BaseModels(Rules rules) {
        this.rules = rules;
    }

    List<BaseModel> all() {
        return ALL;
    }

    List<String> types() {
        return ALL.stream().map(BaseModel::getBaseModelType).sorted().toList();
    }

    void require(String type) {
        rules.require(
                Rule.BASE_MODEL_MUST_BE_OFFERED,
                type.isEmpty()
                        || ALL.stream()
                                .anyMatch(model -> model.getBaseModelType().equals(type)),
                () -> new Refusal(
                        ErrorCode.NO_BASE_MODEL,
                        "the base model " + type + " does not exist",
                        "List the base models to find a valid type, or send an empty one for the default."));
    }
}
