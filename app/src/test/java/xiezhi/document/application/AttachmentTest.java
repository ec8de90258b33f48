package xiezhi.document.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static xiezhi.testing.Csrf.csrf;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.document.Attachments;
import xiezhi.document.Attachments.Attachment;
import xiezhi.document.domain.AttachmentRegister;
import xiezhi.document.storage.FileSniffer;
import xiezhi.document.storage.ObjectStore;
import xiezhi.document.storage.RenditionStore;
import xiezhi.identity.Accounts;
import xiezhi.identity.Accounts.NewAccount;
import xiezhi.identity.Accounts.Post;
import xiezhi.ledger.Ledger;
import xiezhi.shared.AccountId;
import xiezhi.shared.Actor;
import xiezhi.shared.BodyId;
import xiezhi.shared.CurrentActor;
import xiezhi.shared.MatterAccess;
import xiezhi.shared.MatterId;
import xiezhi.shared.Permission;
import xiezhi.shared.Refusal;
import xiezhi.shared.RefusedException;
import xiezhi.shared.Role;
import xiezhi.shared.Sm3;
import xiezhi.shared.web.Idempotency;
import xiezhi.testing.PlatformTest;
import xiezhi.testing.TestCounty;

@PlatformTest
class AttachmentTest {
  private static final String PASSWORD = "correct horse battery";
  private static final byte[] PNG = {
    (byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1
  };

  @Value("${xiezhi.data}")
  Path data = Path.of("");

  @Autowired Accounts accounts;
  @Autowired MockMvcTester http;
  @Autowired Attachments attachments;
  @Autowired KeptAttachments kept;
  @Autowired AttachmentRegister register;
  @Autowired ObjectStore store;
  @Autowired RenditionStore renditions;
  @Autowired FileSniffer sniffer;
  @Autowired Ledger ledger;
  @Autowired Idempotency idempotency;
  @Autowired Clock clock;
  @Autowired PlatformTransactionManager transactions;

  private final TestCounty county = TestCounty.fresh();
  private final BodyId town = county.body("T1", "township");
  private final Actor actor = actor("zhang");
  private final Actor li = actor("li");

  private Actor actor(String account) {
    return new Actor(new AccountId(account), account, county.code(), town, Set.of(Role.CLERK));
  }

  @Test
  void whatWasUploadedComesBackAsItWas() {
    Cookie zhang = signIn("zhang");
    JsonNode added = uploaded(upload(zhang, "现场照片 𠮷.png", PNG, "preliminary-evidence", null));

    assertThat(added.path("name").asString("")).isEqualTo("现场照片 𠮷.png");
    assertThat(added.path("mediaType").asString("")).isEqualTo("image/png");
    assertThat(added.path("hash").asString("")).isEqualTo(Sm3.of(PNG));
    assertThat(added.path("size").asInt()).isEqualTo(PNG.length);
    MvcTestResult back = download(zhang, added, null);
    assertThat(back).hasStatusOk();
    assertThat(back.getResponse().getContentAsByteArray()).isEqualTo(PNG);
    assertThat(back.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(back.getResponse().getHeader("Content-Security-Policy")).contains("sandbox");
    assertThat(back.getResponse().getHeader("Content-Disposition"))
        .startsWith("attachment;")
        .contains("filename*=UTF-8''%E7%8E%B0%E5%9C%BA%E7%85%A7%E7%89%87%20%F0%A0%AE%B7.png");
  }

  @Test
  void aPieceCanBeFetchedAndOnlyByTheUploaderUntilItBelongsToAMatter() {
    Cookie zhang = signIn("zhang");
    Cookie stranger = signIn("li");
    JsonNode added = uploaded(upload(zhang, "a.png", PNG, "other", null));

    MvcTestResult piece = download(zhang, added, "bytes=1-3");

    assertThat(piece).hasStatus(206);
    assertThat(piece.getResponse().getContentAsByteArray()).isEqualTo(new byte[] {'P', 'N', 'G'});
    assertThat(download(stranger, added, null)).hasStatus(404);
    assertThat(download(null, added, null)).hasStatus(401);
    assertThat(http.get().uri("/api/attachments/" + UUID.randomUUID()).cookie(zhang))
        .hasStatus(404);
    MvcTestResult bad = upload(zhang, "通知.pdf", PNG, "other", null);
    assertThat(bad).hasStatus(400);
    assertThat(bad)
        .bodyJson()
        .extractingPath("$.refusals[0].code")
        .asString()
        .isEqualTo("document.name-belies-content");
  }

  @Test
  void aContentIsKeptOnceHoweverOftenItIsUploaded() throws IOException {
    byte[] content = text("同一内容");
    String key = "same-key-" + county.code();
    Attachment one = put(actor, "一.txt", content, null);
    Attachment two = put(li, "二.txt", content, null);
    Attachment again = put(actor, "三.txt", content, key);
    Attachment repeated = put(actor, "三.txt", content, key);

    assertThat(one.hash()).isEqualTo(two.hash());
    assertThat(one.id()).isNotEqualTo(two.id());
    assertThat(repeated.id()).isEqualTo(again.id());
    assertThat(contents()).hasSize(1);
    assertThat(refusals(() -> put(actor, "四.txt", content, key)).getFirst().kind())
        .isEqualTo(Refusal.Kind.CONFLICT);
  }

  record Bad(String name, byte[] content, String code) {
    @Override
    public String toString() {
      return name + " → " + code;
    }
  }

  static Stream<Bad> bad() throws IOException {
    byte[] exe = Arrays.copyOf(new byte[] {'M', 'Z', (byte) 0x90, 0, 3}, 200);
    byte[] elf = Arrays.copyOf(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, 200);
    return Stream.of(
        new Bad("空.pdf", new byte[0], "document.empty"),
        new Bad("通知.pdf", exe, "document.type-not-allowed"),
        new Bad("照片.jpg", elf, "document.type-not-allowed"),
        new Bad(
            "照片.png",
            text("<!DOCTYPE html><html><body>x</body></html>"),
            "document.type-not-allowed"),
        new Bad(
            "说明.txt", text("<html><script>alert(1)</script></html>"), "document.type-not-allowed"),
        new Bad(
            "图.png",
            text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
            "document.type-not-allowed"),
        new Bad("说明.txt", text("#!/bin/sh\nrm -rf /\n"), "document.type-not-allowed"),
        new Bad("材料.docx", zip("a.txt"), "document.type-not-allowed"),
        new Bad("材料.zip", zip("a.txt"), "document.type-not-allowed"),
        new Bad(
            "宏.docx",
            zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
            "document.type-not-allowed"),
        new Bad("脚本.js", text("alert(1)"), "document.name-belies-content"),
        new Bad("页面.html", text("plain words"), "document.name-belies-content"),
        new Bad("运行.bat", text("del *.*"), "document.name-belies-content"),
        new Bad("图.pdf", PNG, "document.name-belies-content"),
        new Bad("双.png.exe", PNG, "document.name-belies-content"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void whatIsNotAllowedIsRefusedByWhatItIs(Bad bad) throws IOException {
    Refusal refusal = refusals(() -> put(actor, bad.name(), bad.content(), null)).getFirst();

    assertThat(refusal.code()).isEqualTo(bad.code());
    assertThat(refusal.message()).contains(bad.name());
    assertThat(contents()).isEmpty();
  }

  record Good(String name, byte[] content, String mediaType) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Good> good() throws IOException {
    return Stream.of(
        new Good("图.jpg", PNG, "image/png"),
        new Good("没有后缀", PNG, "image/png"),
        new Good(
            "说明.txt", "现场情况说明".getBytes(java.nio.charset.Charset.forName("GBK")), "text/plain"),
        new Good("表.csv", text("名称,数量\n切割机,1\n"), "text/plain"),
        new Good("函.pdf", text("%PDF-1.7\n1 0 obj\n"), "application/pdf"),
        new Good(
            "函.docx",
            zip("[Content_Types].xml", "word/document.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        new Good(
            "表.xlsx",
            zip("[Content_Types].xml", "xl/workbook.xml"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        new Good("函.ofd", zip("OFD.xml", "Doc_0/Document.xml"), "application/ofd"),
        new Good("录音.amr", text("#!AMR\n0123456789"), "audio/amr"),
        new Good(
            "录像.mp4",
            new byte[] {
              0, 0, 0, 24, 'f', 't', 'y', 'p', 'm', 'p', '4', '2', 0, 0, 0, 0, 'm', 'p', '4', '2',
              'i', 's', 'o', 'm'
            },
            "video/mp4"));
  }

  @ParameterizedTest
  @MethodSource("good")
  void whatPeopleHaveIsTakenIn(Good good) {
    assertThat(put(actor, good.name(), good.content(), null).mediaType())
        .isEqualTo(good.mediaType());
  }

  @Test
  void hostileNamesAreMadeHarmless() {
    assertThat(nameOf("../../etc/passwd")).isEqualTo("passwd");
    assertThat(nameOf("C:\\照片\\图.png")).isEqualTo("图.png");
    assertThat(nameOf("图\u202egnp.png")).isEqualTo("图gnp.png");
    assertThat(nameOf("图\u0000\r\nX-Evil: 1\u0007.png")).isEqualTo("图 X-Evil_ 1.png");
    assertThat(nameOf("长".repeat(300) + ".png")).hasSize(80).endsWith(".png");
    assertThat(nameOf(".png")).isEqualTo("png");
    assertThat(nameOf("…<>|?*.png")).isEqualTo("…_____.png");
  }

  private String nameOf(String given) {
    return put(actor, given, PNG, null).name();
  }

  @Test
  void aFileLargerThanAllowedIsRefusedWithTheLimit() {
    var small =
        new KeptAttachments(
            register,
            store,
            renditions,
            sniffer,
            ledger,
            idempotency,
            (_, _) -> Permission.allowed(),
            clock,
            transactions,
            DataSize.ofBytes(1000));

    assertThatThrownBy(
            () ->
                as(
                    () ->
                        small.upload(
                            "长.txt", "other", new ByteArrayInputStream(new byte[1001]), null)))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.refusals().getFirst().code()).isEqualTo("document.too-large"));
  }

  @Test
  void aFileIsTiedToOneMatterByItsUploaderAndWrittenIntoTheLedger() {
    UUID mine = put(actor, "a.png", PNG, null).id();
    UUID others = put(li, "b.png", PNG, null).id();
    var matter = MatterId.next();
    var open = kept((_, _) -> Permission.allowed());
    var closed =
        kept(
            (_, m) -> Permission.refused(Refusal.of(Refusal.Kind.UNKNOWN, "m.unknown", "No " + m)));

    inTransaction(() -> attachments.attach(matter, List.of(mine)));
    inTransaction(() -> attachments.attach(matter, List.of(mine)));

    assertThat(as(() -> attachments.of(matter))).extracting(Attachment::id).containsExactly(mine);
    assertThat(inTransaction(() -> open.download(mine)).attachment().kind()).isEqualTo("other");
    assertThatThrownBy(() -> inTransaction(() -> closed.download(mine)))
        .isInstanceOf(RefusedException.class);
    UUID unknown = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> attachments.attach(MatterId.next(), List.of(mine, others, unknown))))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e ->
                assertThat(e.refusals())
                    .extracting(Refusal::code)
                    .containsExactlyInAnyOrder(
                        "document.attached-elsewhere",
                        "document.no-such-attachment",
                        "document.no-such-attachment"));
  }

  @Test
  void uploadsThatBelongToNothingAreForgottenAfterADay() throws IOException {
    UUID forgotten = put(actor, "a.png", PNG, null).id();
    UUID attached = put(actor, "b.txt", text("留下"), null).id();
    inTransaction(() -> attachments.attach(MatterId.next(), List.of(attached)));
    var now = clock.instant();

    sweep(Duration.ofHours(23), now);
    assertThat(as(() -> attachments.find(List.of(forgotten, attached)))).hasSize(2);
    sweep(Duration.ofHours(25), now);

    assertThat(as(() -> attachments.find(List.of(forgotten, attached))))
        .extracting(Attachment::id)
        .containsExactly(attached);
    assertThat(contents()).containsExactly(Sm3.of("留下"));
  }

  private void sweep(Duration later, java.time.Instant now) {
    CurrentActor.as(
        Actor.platform(county.code()), () -> kept.sweep(county.code(), now.plus(later)));
  }

  /** What lies in the store for this county. */
  private List<String> contents() throws IOException {
    Path folder = data.resolve("objects").resolve(county.code().value());
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList();
    }
  }

  private KeptAttachments kept(MatterAccess access) {
    return new KeptAttachments(
        register,
        store,
        renditions,
        sniffer,
        ledger,
        idempotency,
        access,
        clock,
        transactions,
        DataSize.ofMegabytes(20));
  }

  private void open(String login) {
    CurrentActor.as(
        Actor.platform(county.code()),
        () ->
            accounts.open(
                new NewAccount(
                    login + "." + county.code(),
                    login,
                    PASSWORD,
                    List.of(new Post(town, Set.of(Role.CLERK))))));
  }

  private Attachment put(Actor who, String name, byte[] content, @Nullable String key) {
    return CurrentActor.as(
        who, () -> kept.upload(name, "other", new ByteArrayInputStream(content), key));
  }

  private static List<Refusal> refusals(Runnable work) {
    try {
      work.run();
      return List.of();
    } catch (RefusedException e) {
      return e.refusals();
    }
  }

  private Cookie signIn(String login) {
    open(login);
    MvcTestResult in =
        http.post()
            .uri("/api/session")
            .with(csrf())
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                "{\"login\":\"%s.%s\",\"password\":\"%s\"}"
                    .formatted(login, county.code(), PASSWORD))
            .exchange();
    return new Cookie(
        "XIEZHI", Objects.requireNonNull(in.getResponse().getCookie("XIEZHI")).getValue());
  }

  private MvcTestResult upload(
      Cookie who, String name, byte[] content, String kind, @Nullable String key) {
    var request =
        http.post()
            .uri("/api/attachments")
            .multipart()
            .file(new MockMultipartFile("file", name, "application/octet-stream", content))
            .param("kind", kind)
            .cookie(who)
            .with(csrf());
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request.exchange();
  }

  private static JsonNode uploaded(MvcTestResult answer) {
    assertThat(answer).hasStatus(201);
    return new JsonMapper().readTree(answer.getResponse().getContentAsByteArray());
  }

  private MvcTestResult download(@Nullable Cookie who, JsonNode added, @Nullable String range) {
    var request = http.get().uri("/api/attachments/" + id(added));
    if (who != null) {
      request.cookie(who);
    }
    if (range != null) {
      request.header("Range", range);
    }
    return request.exchange();
  }

  private static UUID id(JsonNode added) {
    return UUID.fromString(added.path("id").asString(""));
  }

  private <T> T as(Supplier<T> work) {
    return CurrentActor.as(actor, work);
  }

  private <T> T inTransaction(Supplier<T> work) {
    return as(
        () ->
            Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> work.get())));
  }

  private void inTransaction(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return true;
        });
  }

  private static byte[] text(String words) {
    return words.getBytes(UTF_8);
  }

  private static byte[] zip(String... names) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
