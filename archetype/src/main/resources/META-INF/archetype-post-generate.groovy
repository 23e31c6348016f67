// In batch mode Maven does not look at the rules for properties.
def kind = request.properties['kind']
if (!(kind in ['degradation', 'prior'])) {
    new File(request.outputDirectory, request.artifactId).deleteDir()
    throw new IllegalArgumentException("kind must be degradation or prior, got '${kind}'")
}
