package io.jenkins.plugins.austa.cli.host.script;

import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.syntax.SyntaxException;

/** Refuses a Jenkinsfile in declarative syntax with a sentence instead of a puzzling error. */
final class DeclarativeRefusal extends CompilationCustomizer {
  DeclarativeRefusal() {
    super(CompilePhase.CONVERSION);
  }

  @Override
  public void call(SourceUnit source, GeneratorContext context, ClassNode node) {
    for (Statement statement : source.getAST().getStatementBlock().getStatements()) {
      if (statement instanceof ExpressionStatement expression
          && expression.getExpression() instanceof MethodCallExpression call
          && call.isImplicitThis()
          && "pipeline".equals(call.getMethodAsString())) {
        source.addError(
            new SyntaxException(
                "this is a declarative pipeline, which the local host does not run;"
                    + " call austaPipeline() or write stages in scripted syntax (node { stage('…') { … } })",
                statement.getLineNumber(),
                statement.getColumnNumber()));
        return;
      }
    }
  }
}
