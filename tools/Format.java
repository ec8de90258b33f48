/**
 * Checks (or with FORMAT_FIX=1 rewrites) the Java files under the given folders with google-java-format on the JDK that
 * runs this.
 */
void main(String[] args) throws Exception {
  boolean fix = System.getenv("FORMAT_FIX") != null;
  var command =
      new ArrayList<String>(
          List.of(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1", "-jar", args[0]));
  command.addAll(fix ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
  int options = command.size();
  for (String folder : List.of(args).subList(1, args.length)) {
    if (!Files.isDirectory(Path.of(folder))) continue;
    try (var files = Files.walk(Path.of(folder))) {
      files.map(Path::toString).filter(p -> p.endsWith(".java")).sorted().forEach(command::add);
    }
  }
  if (command.size() == options) return;
  int code = new ProcessBuilder(command).inheritIO().start().waitFor();
  if (code != 0) {
    IO.println("not formatted (listed above): run tools/format");
    System.exit(code);
  }
}
