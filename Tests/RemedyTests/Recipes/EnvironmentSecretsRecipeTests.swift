import Remedy
import Testing

struct EnvironmentSecretsRecipeTests {
  private static let control = "ecs.td.env-secrets"

  @Test func `in a template the variable becomes a secret that the execution role may read`() {
    let sample = RecipeSample(
      "template.yaml",
      """
      Resources:
        Role:
          Type: AWS::IAM::Role
          Properties: { AssumeRolePolicyDocument: {} }
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            ExecutionRoleArn: !GetAtt Role.Arn
            ContainerDefinitions:
              - Name: web
                Image: nginx:1.29
                Environment:
                  - Name: DB_PASSWORD
                    Value: kingfisher-42-river
                  - Name: LOG_LEVEL
                    Value: info
                Essential: true

      """
    )
    let mended = sample.mended(Self.control)
    #expect(
      mended.diff == """
        @@ -10,8 +10,24 @@
                 - Name: web
                   Image: nginx:1.29
                   Environment:
        -            - Name: DB_PASSWORD
        -              Value: kingfisher-42-river
                     - Name: LOG_LEVEL
                       Value: info
                   Essential: true
        +          Secrets:
        +            - Name: DB_PASSWORD
        +              ValueFrom: !Ref TaskDbPasswordSecret
        +  TaskDbPasswordSecret:
        +    Type: AWS::SecretsManager::Secret
        +  TaskWebSecretsPolicy:
        +    Type: AWS::IAM::Policy
        +    Properties:
        +      PolicyName: TaskWebSecretsPolicy
        +      Roles:
        +        - !Ref Role
        +      PolicyDocument:
        +        Version: "2012-10-17"
        +        Statement:
        +          - Effect: Allow
        +            Action: secretsmanager:GetSecretValue
        +            Resource:
        +              - !Ref TaskDbPasswordSecret
        """
    )
    #expect(
      mended.notes.contains("rotate them") && mended.notes.contains("delete-task-definitions")
    )
    #expect(mended.notes.contains("put-secret-value"))
    #expect(mended.isClean)
  }

  @Test func `in Terraform no value gets into the state`() {
    let sample = RecipeSample(
      "main.tf",
      """
      resource "aws_iam_role" "execution" {
        name               = "execution"
        assume_role_policy = "{}"
      }
      resource "aws_ecs_task_definition" "shop" {
        family             = "shop"
        execution_role_arn = aws_iam_role.execution.arn
        container_definitions = jsonencode([{
          name        = "web"
          image       = "nginx:1.29"
          environment = [{ name = "API_TOKEN", value = "9f3c1c0d7a6b4e2f8a1d5c7b9e0f2a4d" }]
          essential   = true
        }])
      }

      """
    )
    let mended = sample.mended(Self.control)
    #expect(mended.reasons == [])
    #expect(mended.added.contains(#"resource "aws_secretsmanager_secret" "shop_api_token" {"#))
    #expect(mended.added.contains(#"resource "aws_iam_role_policy" "shop_web_secrets" {"#))
    #expect(mended.added.contains("role = aws_iam_role.execution.name"))
    #expect(mended.text.contains("valueFrom = aws_secretsmanager_secret.shop_api_token.arn"))
    #expect(!mended.text.contains("environment") && !mended.text.contains("9f3c1c0d"))
    #expect(!mended.text.contains("aws_secretsmanager_secret_version"))
    #expect(mended.isClean)
  }

  @Test func `in a heredoc references are sequences of the template`() {
    let mended = RecipeSample(
      "main.tf",
      """
      resource "aws_ecs_task_definition" "shop" {
        family = "shop"
        container_definitions = <<JSON
      [
        {
          "name": "web",
          "environment": [
            { "name": "DB_PASSWORD", "value": "kingfisher-42-river" },
            { "name": "LOG_LEVEL", "value": "info" }
          ],
          "image": "nginx:1.29"
        }
      ]
      JSON
      }

      """
    ).mended(Self.control)
    #expect(
      mended.added.contains(#""valueFrom": "${aws_secretsmanager_secret.shop_db_password.arn}""#)
    )
    #expect(mended.notes.contains("has no execution role"))
    #expect(mended.isClean)
  }

  @Test func `in a task definition a placeholder stands for the ARN, and a note says so`() {
    let text = """
      {
        "family": "shop",
        "executionRoleArn": "arn:aws:iam::123456789012:role/execution",
        "containerDefinitions": [
          {
            "name": "web",
            "image": "nginx:1.29",
            "environment": [
              { "name": "DB_PASSWORD", "value": "kingfisher-42-river" },
              { "name": "API_TOKEN", "value": "9f3c1c0d7a6b4e2f8a1d5c7b9e0f2a4d" }
            ]
          },
          {
            "name": "job",
            "image": "acme/job:1",
            "environment": [{ "name": "DB_PASSWORD", "value": "kingfisher-42-river" }]
          }
        ]
      }

      """
    let book = RecipeBook.shipped(region: "eu-west-1")
    let mended = RecipeSample("task.json", text, recipes: book).mended(Self.control)
    #expect(mended.names == ["web", "job"])
    let arn = #""valueFrom": "arn:aws:secretsmanager:eu-west-1:ACCOUNT:secret:shop/"#
    #expect(mended.text.split(separator: arn + "DB_PASSWORD").count == 3)
    #expect(mended.text.contains(arn + "API_TOKEN"))
    #expect(mended.notes.contains("Allow the execution role `secretsmanager:GetSecretValue`"))
    #expect(mended.isClean)
  }

  @Test func `two containers share a secret only where the value is the same`() {
    func text(_ other: String) -> String {
      """
      Resources:
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            ContainerDefinitions:
              - Name: web
                Environment: [{ Name: DB_PASSWORD, Value: kingfisher-42-river }]
                Image: nginx:1.29
              - Name: job
                Environment: [{ Name: DB_PASSWORD, Value: \(other) }]
                Image: acme/job:1

      """
    }
    let same = RecipeSample("t.yaml", text("kingfisher-42-river")).mended(Self.control)
    #expect(same.added.filter { $0 == "TaskDbPasswordSecret:" }.count == 1)
    #expect(same.isClean)
    let different = RecipeSample("t.yaml", text("otherfisher-43-river")).mended(Self.control)
    #expect(different.added.contains("TaskWebDbPasswordSecret:"))
    #expect(different.added.contains("TaskJobDbPasswordSecret:"))
    #expect(different.isClean)
  }

  @Test func `a variable that a parameter fills may be a secret, and becomes one with the others`()
  {
    let text = """
      Parameters:
        Token: { Type: String, NoEcho: true }
        Stage: { Type: String }
      Resources:
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            ContainerDefinitions:
              - Name: web
                Environment:
                  - { Name: DB_PASSWORD, Value: kingfisher-42-river }
                  - { Name: API_TOKEN, Value: !Ref Token }
                  - { Name: STAGE, Value: !Ref Stage }
                Image: nginx:1.29

      """
    let mended = RecipeSample("t.yaml", text).mended(Self.control)
    #expect(mended.added.filter { $0.hasPrefix("ValueFrom") }.count == 2)
    #expect(mended.text.contains("{ Name: STAGE, Value: !Ref Stage }"))
    #expect(mended.isClean)
  }

  @Test func `AWS keys go without replacement where there is a task role`() {
    let text = """
      family: shop
      taskRoleArn: arn:aws:iam::123456789012:role/task
      containerDefinitions:
        - name: web
          environment:
            - { name: AWS_ACCESS_KEY_ID, value: AKIAIOSFODNN7EXAMPLE }
            - { name: AWS_SECRET_ACCESS_KEY, value: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY }
            - { name: LOG_LEVEL, value: info }
          image: nginx:1.29

      """
    let mended = RecipeSample("task.yaml", text).mended(Self.control)
    #expect(mended.added == [])
    #expect(!mended.text.contains("AWS_"))
    #expect(mended.notes.contains("the task role must allow"))
    #expect(mended.isClean)
  }

  @Test func `all three fixes of one container are made in one run`() {
    let text = """
      resource "aws_ecs_task_definition" "shop" {
        family = "shop"
        container_definitions = jsonencode([
          {
            name  = "web"
            image = "nginx:1.29"
            environment = [
              { name = "DB_PASSWORD", value = "kingfisher-42-river" },
              { name = "LOG_LEVEL", value = "info" },
            ]
          },
          {
            name  = "cache"
            image = "redis:8"
          },
        ])
      }

      """
    let mended = RecipeSample("main.tf", text).mended(
      Self.control,
      "ecs.td.logging",
      "ecs.td.readonly-root"
    )
    #expect(mended.reasons == [])
    #expect(mended.names.count == 5)
    #expect(mended.isClean)
  }
}
