package xiezhi.document;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a flow might hand to each letter. */
public final class LetterSamples {
  private static final List<Map<String, Object>> PARTIES =
      List.of(
          Map.of(
              "name", "某某建材经营部",
              "idNumber", "统一社会信用代码 91000000MA0000000X",
              "address", "某某路8号"),
          Map.of("name", "张三", "phone", "13800000000"));
  private static final List<Map<String, Object>> ITEMS =
      List.of(
          Map.of(
              "name", "对未取得排水许可证向城镇排水设施排放污水的处罚",
              "code", "330217000000",
              "basis", "《城镇排水与污水处理条例》第五十条第一款"),
          Map.of("name", "对擅自占用城市道路的处罚"));
  private static final List<Map<String, Object>> ARTICLES =
      List.of(
          Map.of(
              "name",
              "切割机",
              "quantity",
              "1台",
              "state",
              "完好",
              "heldAt",
              "某某镇罚没仓库",
              "heldUntil",
              "2026-03-13"),
          Map.of("name", "水泵", "quantity", "2台"));
  private static final List<Map<String, Object>> MATERIALS =
      List.of(
          Map.of("name", "现场检查记录", "file", "检查记录.pdf", "explanation", "1份3页"),
          Map.of("name", "现场照片", "explanation", "12张"),
          Map.of("name", "当事人身份证明复印件"));
  private static final String FACTS =
      "2026年2月11日，本机关执法人员巡查时发现，当事人在某某路8号门前从事石材切割加工，未办理排水许可，将含有石粉的废水直接排入市政雨水管网。\n"
          + "现场制作了检查记录，拍摄照片十二张，当事人对上述事实无异议。";

  private static final Map<String, Object> EVERYTHING =
      Map.ofEntries(
          Map.entry("to", "某某县住房和城乡建设局"),
          Map.entry("head", "召集人 王某"),
          Map.entry("post", "某某镇综合行政执法指挥平台"),
          Map.entry("from", "某某镇综合行政执法队"),
          Map.entry("matterNumber", "某某2026000123"),
          Map.entry("letter", "某政移字〔2026〕1号"),
          Map.entry("item", "鉴定现场堆放的砂石"),
          Map.entry("needed", "请出具书面鉴定结论。"),
          Map.entry("trigger", "证据可能灭失"),
          Map.entry("opinion", "经取样检测，为建筑用砂。"),
          Map.entry("until", "2026年3月16日"),
          Map.entry("one", "某某镇人民政府"),
          Map.entry("other", "某某县水务局"),
          Map.entry("heldAt", "2026年3月4日 10:00"),
          Map.entry("attendants", "双方分管负责人"),
          Map.entry("views", "双方均认为属于对方职权。"),
          Map.entry("by", "李文"),
          Map.entry("submission", "某政争请〔2026〕1号"),
          Map.entry("negotiation", "某政争协〔2026〕1号"),
          Map.entry("files", List.of("现场照片.pdf", "检查记录.pdf")),
          Map.entry("parties", PARTIES),
          Map.entry("actTime", "2026年2月11日 09:30"),
          Map.entry("discoveredAt", "2026年2月11日 10:05"),
          Map.entry("place", "某某镇某某路8号门前"),
          Map.entry("source", "日常巡查"),
          Map.entry("facts", FACTS),
          Map.entry("items", ITEMS),
          Map.entry("reason", "上述事项未赋予乡镇（街道）行使，由你单位管辖。"),
          Map.entry("urgentReason", "废水持续排放，可能造成下游水体污染。"),
          Map.entry("citation", "《中华人民共和国行政处罚法》第二十五条"),
          Map.entry("statutoryBasis", "《某某条例》第三条"),
          Map.entry("materials", MATERIALS),
          Map.entry("articles", ARTICLES),
          Map.entry("contact", "李四"),
          Map.entry("contactPhone", "0000-1234567"),
          Map.entry("subject", "某某建材经营部涉嫌向雨水管网排放污水"),
          Map.entry("receivedOn", "2026年2月13日"),
          Map.entry("acceptedOn", "2026年2月14日"),
          Map.entry("lacking", List.of("现场检查记录（当事人未签字）", "排水口位置示意图")),
          Map.entry("due", "2026年2月24日前"),
          Map.entry("grounds", List.of(Map.of("citation", "某县机制第六条", "quote", "应当以法定主体名义移送"))),
          Map.entry("competent", "某某县水务局"),
          Map.entry("nextStep", "请你单位向有管辖权的单位移送。"),
          Map.entry("handler", "执法监察大队"),
          Map.entry("resultDue", "2026年5月13日前"),
          Map.entry("outcome", "已作出行政处罚决定"),
          Map.entry("account", "经立案调查，依法对当事人处罚款伍仟元，当事人已履行。"),
          Map.entry("decision", Map.of("number", "某建罚〔2026〕8号", "date", "2026年4月2日")),
          Map.entry("madeAt", "2026年2月13日 09:00"),
          Map.entry("feedback", "办结后五日内反馈"),
          Map.entry("madeBy", "张三"),
          Map.entry("receivedBy", ""),
          Map.entry("receivedAt", "2026年2月13日 10:00"),
          Map.entry("content", "临街外墙瓷砖空鼓脱落，面积约六平方米，下方为人行道。"),
          Map.entry("measures", "已拉设警戒线，安排专人值守。"),
          Map.entry("notified", "某某县住房和城乡建设局"),
          Map.entry("notifiedAt", "2026年2月11日 10:10"),
          Map.entry("notice", "某政隐通字〔2026〕1号"),
          Map.entry("answerReason", "认为不属于其职责"),
          Map.entry("title", "关于调整户外广告设施设置许可条件的通知"),
          Map.entry("itemCodes", "CG001、CG002"),
          Map.entry("effectiveOn", "2026-03-01"),
          Map.entry("toldBy", "公文抄送"),
          Map.entry("field", "城市绿化"),
          Map.entry("basis", "2026年一季度行政处罚情况"),
          Map.entry("convener", "某某镇综合行政执法队"),
          Map.entry("present", "某某镇司法所、某某镇派出所"),
          Map.entry("absent", "某某镇自然资源所"),
          Map.entry("agenda", List.of(Map.of("name", "集镇秩序整治", "explanation", "联合整治"))),
          Map.entry(
              "resolutions",
              List.of(Map.of("name", "整治占道", "explanation", "某某镇派出所，2026-01-30前完成"))),
          Map.entry("nothingAgreed", ""));

  private LetterSamples() {}

  /** Everything that one of the letters may ask for. */
  public static Map<String, Object> everything() {
    return EVERYTHING;
  }

  /** Only these of it. */
  public static Map<String, Object> only(Collection<String> names) {
    return EVERYTHING.entrySet().stream()
        .filter(entry -> names.contains(entry.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
