package io.plumbline;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The shape that src/site/markdown/architecture.md describes, kept true. */
@AnalyzeClasses(packages = "io.plumbline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule javaFxStaysInTheWindow = noClasses()
        .that().resideOutsideOfPackages("io.plumbline.ui..", "io.plumbline.app..")
        .should().dependOnClassesThat().resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..", "org.controlsfx..")
        .because("everything but the window must run on a machine without a display");

    @ArchTest
    static final ArchRule databaseStaysInTheStore = noClasses()
        .that().resideOutsideOfPackage("io.plumbline.store..")
        .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..", "org.h2..")
        .because("records move from rows to column segments without any other package noticing");

    @ArchTest
    static final ArchRule printedChartsStayInTheReport = noClasses()
        .that().resideOutsideOfPackages("io.plumbline.report..")
        .should().dependOnClassesThat().resideInAnyPackage("org.jfree..")
        .because("printed charts are JFreeChart's, those on screen are painted by ui.charts; nothing else draws one");

    @ArchTest
    static final ArchRule domainIsPure = classes()
        .that().resideInAPackage("io.plumbline.domain..")
        .should().onlyDependOnClassesThat().resideInAnyPackage("io.plumbline.domain..", "java..")
        .because("the field's words must be readable and testable without any library");

    @ArchTest
    static final ArchRule statisticsArePure = classes()
        .that().resideInAPackage("io.plumbline.stats..")
        .should().onlyDependOnClassesThat().resideInAnyPackage("io.plumbline.stats..", "java..", "org.apache.commons.math3..",
            "org.apache.commons.statistics..", "org.apache.commons.rng..", "org.apache.commons.numbers..",
            "org.apache.datasketches..", "com.amazon.randomcutforest..")
        .because("mathematics that knows nothing of safety, files or windows can be checked against other people's software");

    @ArchTest
    static final ArchRule signalsSeeRecordsOnly = noClasses()
        .that().resideInAPackage("io.plumbline.signals..")
        .should().dependOnClassesThat().resideInAnyPackage("io.plumbline.store..", "io.plumbline.imports..", "io.plumbline.evaluation..",
            "io.plumbline.monitoring..", "io.plumbline.triage..", "io.plumbline.incidents..", "io.plumbline.signoff..",
            "io.plumbline.report..")
        .because("the same measurements must run on a cluster, far from any workspace");

    @ArchTest
    static final ArchRule lowerLayersDoNotKnowTheWindow = noClasses()
        .that().resideOutsideOfPackages("io.plumbline.ui..", "io.plumbline.app..")
        .should().dependOnClassesThat().resideInAnyPackage("io.plumbline.ui..", "io.plumbline.app..")
        .because("window and command line call the same services");

    @ArchTest
    static final ArchRule cryptographyStaysWithTheKeys = noClasses()
        .that().resideOutsideOfPackage("io.plumbline.keys..")
        .should().dependOnClassesThat().resideInAnyPackage("org.bouncycastle..")
        .because("how a signature is checked is said in one place");

    @ArchTest
    static final ArchRule noCyclesBetweenPackages = slices().matching("io.plumbline.(*)..").should().beFreeOfCycles()
        .because("data flow in one direction, and so does understanding");

    @ArchTest
    static final ArchRule consoleBelongsToTheApp = noClasses()
        .that().resideOutsideOfPackage("io.plumbline.app..")
        .should().accessField(System.class, "out").orShould().accessField(System.class, "err")
        .because("a command's standard output is a contract that only commands may write to");

    @ArchTest
    static final ArchRule noStaticMutableState = fields().that().areStatic().should().haveModifier(FINAL)
        .because("two workspaces in one process must not know of each other");
}
