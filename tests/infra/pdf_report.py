"""An invented report on town ferries, in Chinese and in English: what the typeset PDFs say."""

from __future__ import annotations

from collections.abc import Iterator

from tests.infra.pdf_typeset import Piece

CHINESE = (
    (
        "沿江的三座码头去年共运送乘客四百六十万人次，比上一年增加一成二，其中早晚高峰占了六成。乘客多是过江上班的人，坐船"
        "比绕行大桥平均省下二十五分钟。码头周围的小店也跟着热闹起来，早点铺从三家变成了十一家，夜里还有人摆摊卖热汤。"
    ),
    (
        "船队更新是这一年最大的开支。十二艘柴油船中有七艘换成了电动船，每艘造价约九百万元，市里补贴四成，其余由公司分八年"
        "偿还。电动船噪声低，起步平稳，老人和推婴儿车的家长说上下船不再心慌；但充电桩只建了两处，午间排队充电曾使班次间隔"
        "拉长到四十分钟。"
    ),
    (
        "票价仍是两元，六十五岁以上免费。公司测算过，若把票价提高到三元，收入可增加近三成，乘客约减少百分之八。听证会上多"
        "数代表不赞成，理由是轮渡首先是公共交通，其次才是生意；也有代表建议对观光航线单独定价，用这笔收入补贴通勤航线。"
    ),
    (
        "安全方面，全年没有发生伤亡事故。大雾停航十九天，比往年多五天。公司在每座码头装了能见度仪，数据每分钟传到调度室，"
        "停航与复航由系统提出、值班员确认。乘客抱怨最多的不是停航本身，而是停航的消息来得太晚：有人走到码头才知道，再转公"
        "交已经迟到。"
    ),
    (
        "与公交的接驳有了改善。三座码头门口都设了站牌，末班船到岸后十分钟内保证有一班公交车。调查显示，接驳时间每缩短一分"
        "钟，傍晚的乘客就多出约一百二十人。问题出在雨天，从码头到站牌的八十米没有雨棚，摆渡下来的人挤在售票厅里等雨停。"
    ),
    (
        "员工共二百一十四人，平均年龄四十七岁，能独立驾驶的船长只有三十九人。航运学校的毕业生愿意来的不多，他们更想去远洋"
        "公司。公司与学校商定，每年接收二十名学生实习，实习满一年并取得证书的，工龄从实习之日算起，并由老船长一对一带班。"
    ),
    (
        "展望明年，公司打算先做三件小事：给站牌装雨棚，把停航消息推送到手机，在午间增加两处临时充电车。这三件事合计不到五"
        "百万元，却对应着投诉最多的三个问题。至于新航线，要等桥下的水文调查结束之后再作决定，调查预计在明年六月完成。"
    ),
    (
        "居民问卷回收一千八百六十份。七成的人每周至少坐一次船，四成的人愿意为准点多付一元钱。提到最多的词是“风”和“慢”"
        "：前者是喜欢，后者是不满。还有一位老人写道，他坐了五十年轮渡，从木船坐到电船，只希望岸边那棵黄葛树不要被砍掉。"
    ),
)
ENGLISH = (
    (
        "The three landings on the river carried 4.6 million passengers last year, twelve per cent more than the "
        "year before, and six in ten of them travelled during the rush hours. Most are commuters who save about "
        "twenty-five minutes compared with the detour over the bridge. Small shops around the landings have "
        "profited as well: the number of breakfast stalls rose from three to eleven."
    ),
    (
        "Renewing the fleet was the largest expenditure of the year. Seven of the twelve diesel boats were "
        "replaced by electric ones at roughly nine million each, of which the municipality contributes forty per "
        "cent while the company repays the remainder over eight years. Electric boats are quieter and start "
        "smoothly; charging stations, however, exist at two landings only, and queues at noon have stretched the "
        "intervals to forty minutes."
    ),
    (
        "The fare remains at two yuan and is waived for passengers over sixty-five. According to the company's "
        "calculation, an increase to three yuan would raise revenue by almost thirty per cent and lose eight per "
        "cent of the passengers. A majority of the representatives at the public hearing disagreed, arguing that "
        "the ferry is public transport first and business second; others suggested separate pricing for "
        "sightseeing routes."
    ),
    (
        "No fatal accident occurred during the year. Dense fog suspended the service on nineteen days, five more "
        "than usual. Visibility gauges have been installed at every landing and report to the dispatching office "
        "every minute, so that suspension and resumption are proposed automatically and confirmed by the officer "
        "on duty. What passengers complained about most was not the suspension itself but how late they heard of "
        "it."
    ),
    (
        "Connections with buses have improved. Stops were moved to the gates of all three landings, and a bus is "
        "guaranteed within ten minutes after the arrival of the last boat. Surveys indicate that every minute "
        "saved in changing attracts approximately one hundred and twenty additional evening passengers. Rainy "
        "days remain difficult, because the eighty metres between landing and stop have no shelter whatsoever."
    ),
    (
        "The company employs 214 people whose average age is forty-seven, and only thirty-nine of them are "
        "captains who may navigate independently. Graduates of the nautical college prefer ocean shipping. An "
        "agreement now provides for twenty trainees a year; those who complete twelve months and obtain the "
        "certificate will have their seniority counted from the first day of training, accompanied by an "
        "experienced captain."
    ),
    (
        "For the coming year three modest measures are planned: shelters at the stops, notifications of suspended "
        "services on mobile telephones, and two temporary charging vehicles at noon. Together they cost less than "
        "five million and address the three commonest complaints. Whether a new route will be opened depends on "
        "the hydrological investigation beneath the bridge, which is expected to be completed in June."
    ),
    (
        "Residents returned 1,860 questionnaires. Seven in ten use the boats at least once a week, and four in "
        "ten would pay one yuan more for punctuality. The words mentioned most frequently are wind and slowness: "
        "the former is what they like, the latter what they regret. One elderly passenger wrote that he had "
        "crossed the river for fifty years and merely hoped the old tree on the bank would not be felled."
    ),
)

#: By language: title and date, headings with their levels, notes, items, caption, rows of the table.
TITLES = {"zh": ("城市轮渡年度报告", "二〇二五年三月"), "en": ("Annual Report on Town Ferries", "March 2025")}
HEADINGS = {
    "zh": (
        (1, "第1节 客运与船队"),
        (2, "（一）乘客与时段"),
        (3, "票价的讨论"),
        (1, "第2节 安全与接驳"),
        (2, "（二）停航与消息"),
        (1, "第3节 人员与展望"),
    ),
    "en": (
        (1, "1 Passengers and fleet"),
        (2, "1.1 Who travels and when"),
        (3, "The question of fares"),
        (1, "2 Safety and connections"),
        (2, "2.1 Suspended services"),
        (1, "3 Staff and outlook"),
    ),
}
NOTES = {
    "zh": (
        "人次按进站闸机计算，不含免费团体。",
        "见公司2024年第三季度公告，第12页。",
        "代表共三十一名，由抽签产生。",
        "能见度低于五百米时停航。",
    ),
    "en": (
        "Counted at the gates; groups travelling free of charge are excluded.",
        "See the company's announcement for the third quarter of 2024, page 12.",
        "Thirty-one representatives were chosen by lot.",
        "Services are suspended when visibility falls below five hundred metres.",
    ),
}
ITEMS = {
    "zh": (
        "早高峰：七点至九点，班次间隔八分钟",
        "午间：十一点至十四点，班次间隔二十分钟",
        "夜间：二十点以后，班次间隔三十分钟，只停靠东岸的两座码头，遇雨雪天气提前一小时收班",
    ),
    "en": (
        "Morning: from seven to nine, every eight minutes",
        "Noon: from eleven to two, every twenty minutes",
        "Night: after eight, every thirty minutes, calling only at the two landings on the eastern bank",
    ),
}
CAPTIONS = {"zh": "表1 三座码头历年客运情况", "en": "Table 1. Passengers at the three landings"}
ROWS = {
    "zh": ("年份|客运量（万人次）|准点率|投诉", "2022|382|91.2%|1,204", "2023|411|92.8%|1,087", "2024|460|90.5%|1,352"),
    "en": ("Year|Passengers (10,000)|Punctual|Complaints", "2022|382|91.2%|1,204", "2023|411|92.8%|1,087"),
}


def report(language: str) -> Iterator[Piece]:
    """The pieces of the report in their order."""
    texts = CHINESE if language == "zh" else ENGLISH
    headings = iter(Piece("heading", text, level) for level, text in HEADINGS[language])
    notes = iter(NOTES[language])
    title, date = TITLES[language]
    yield Piece("title", title, note=date)
    yield next(headings)
    yield Piece("paragraph", texts[0], note=next(notes))
    yield next(headings)
    yield Piece("paragraph", texts[1], note=next(notes))
    yield from (Piece("item", text) for text in ITEMS[language])
    yield Piece("paragraph", texts[7])
    yield next(headings)
    yield Piece("paragraph", texts[2], note=next(notes))
    yield Piece("caption", CAPTIONS[language])
    yield Piece("table", rows=tuple(tuple(row.split("|")) for row in ROWS[language]))
    yield next(headings)
    yield Piece("paragraph", texts[3], note=next(notes))
    yield next(headings)
    yield Piece("paragraph", texts[4])
    yield next(headings)
    yield Piece("paragraph", texts[5])
    yield Piece("paragraph", texts[6])
