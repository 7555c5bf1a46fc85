package viewstream.query.meta;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI document: what springdoc finds, and the replies that it cannot see. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {
  private static final String TOKEN = "token";
  private static final String VIDEO = "/api/v1/analytics/video/{id}";

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Viewstream query API")
                .version("v1")
                .description("Figures of videos, seconds after they were watched."))
        .servers(List.of(new Server().url("/")))
        .addSecurityItem(new SecurityRequirement().addList(TOKEN))
        .components(
            new Components()
                .addSecuritySchemes(
                    TOKEN,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")));
  }

  @Bean
  OpenApiCustomizer repliesToDescribe() {
    return document -> {
      reply(document, VIDEO, ApiSchemas.video());
      reply(document, VIDEO + "/timeseries", ApiSchemas.timeseries());
      reply(document, "/api/v1/analytics/creator/{channel_id}", ApiSchemas.creator());
      reply(document, "/api/v1/analytics/trending", ApiSchemas.trending());
      document.getComponents().addSchemas(ApiSchemas.PROBLEM, ApiSchemas.problem());
      document.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .forEach(ApiDocument::addProblem);
    };
  }

  private static void reply(OpenAPI document, String path, Schema<?> schema) {
    document
        .getPaths()
        .get(path)
        .getGet()
        .getResponses()
        .get("200")
        .setContent(content("application/json", schema));
  }

  private static void addProblem(Operation operation) {
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description("A problem; its code says which")
                .content(
                    content(
                        "application/problem+json",
                        new Schema<>().$ref("#/components/schemas/" + ApiSchemas.PROBLEM))));
  }

  private static Content content(String type, Schema<?> schema) {
    return new Content().addMediaType(type, new MediaType().schema(schema));
  }
}
