"""Chinese surnames: which there are, and how those with several readings are read as names.

From the common lists (百家姓 and the surnames of the censuses); readings of 多音字 as dictionaries give them for names.
"""

from __future__ import annotations

_SINGLE = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭"
    "陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文洪季葛柴庞樊"
    "岳齐倪焦殷欧俞章鲁耿童关施温辛管祝左骆阮柯裴安翁牛尤申毕舒邢聂庄游霍翟兰路纪饶詹米盛鞠舟涂梅祁焉丛麦芦卜单仇区查"
    "解华朴盖缪乐宁曲谌员折种祭逄郇郗召褚晁牟车阚那宓符成凌靳卓时甘屈项包古娄柳鲍苗冉蓝谷桂练丘艾晏司冷初蒲池窦佟商卞"
    "苑容傅喻穆厉揭费滕廉岑奚卫蔺景束党宫洑巩阎宗蒙邝隋颜虞宣苟闵储海楚敖佘楼居农仲冼步瞿裘门封竺郎巫战贡巴戚栗臧伍戈匡"
    "荀简桑尚利练来干经嵇应房昌咸席麻强危梁昝惠都羊於惠甄曲封储段富巫乌焦弓牧隗山全班仰秋伊宁暴厉戎符刘景詹束龙叶幸司"
    "黎薄印宿白怀蒲台从鄂索籍屠池乔阴胥苍闻莘翟谭贡劳逄姬申扶堵冉宰郦雍却璩濮寿通边扈燕冀郏浦尚农温别晏柴充慕连茹习宦"
    "艾鱼容古慎廖庾终暨衡耿满弘国寇广禄阙东殳沃利蔚越夔隆师巩厍聂勾敖融訾辛饶曾毋沙乜养须丰巢蒯相荆红游竺权逯益桓公"
)
_DOUBLE = frozenset(
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 令狐 长孙 宇文 司空 夏侯 端木 澹台 轩辕 钟离 闻人 南宫 万俟 呼延 "
    "赫连 百里 东郭 西门 申屠 独孤 拓跋 完颜 公冶 宗政 濮阳 淳于 单于 太叔 仲孙 鲜于 闾丘 子车 颛孙 巫马 公西 漆雕 乐正 "
    "壤驷 公良 夹谷 宰父 谷梁 段干 第五 梁丘 左丘 东门 纳兰 爱新觉罗".split()
)
#: Readings of surnames where a dictionary's first reading is another; ü is written yu, as on passports.
READINGS = {
    "曾": "zeng", "单": "shan", "仇": "qiu", "区": "ou", "查": "zha", "解": "xie", "任": "ren", "华": "hua",
    "朴": "piao", "盖": "ge", "缪": "miao", "翟": "zhai", "乐": "yue", "宁": "ning", "纪": "ji", "覃": "qin",
    "谌": "chen", "员": "yun", "折": "she", "种": "chong", "祭": "zhai", "秘": "bi", "黑": "he", "葛": "ge",
    "哈": "ha", "隗": "wei", "逄": "pang", "郇": "xun", "郗": "xi", "召": "shao", "褚": "chu", "晁": "chao",
    "牟": "mou", "能": "nai", "车": "che", "阚": "kan", "那": "na", "宓": "mi", "冼": "xian", "洗": "xian",
    "尹": "yin", "於": "yu", "繁": "po", "瞿": "qu", "曲": "qu", "石": "shi", "沈": "shen", "贾": "jia", "薄": "bo",
    "不": "fou", "句": "gou", "炅": "gui", "乜": "nie", "佴": "nai", "尧": "yao", "洗马": "xianma", "俞": "yu",
    "余": "yu", "佘": "she", "莘": "shen", "窦": "dou", "谷": "gu", "臧": "zang", "六": "lu", "重": "chong",
    "撒": "sa", "撖": "han", "适": "kuo", "郝": "hao", "戏": "xi", "盛": "sheng", "相": "xiang", "燕": "yan",
    "应": "ying", "教": "jiao", "过": "guo", "费": "fei", "柏": "bai", "行": "xing", "干": "gan", "娄": "lou",
    "欧阳": "ouyang", "尉迟": "yuchi", "长孙": "zhangsun", "万俟": "moqi", "澹台": "tantai", "单于": "chanyu",
    "令狐": "linghu", "宇文": "yuwen", "颛孙": "zhuansun", "闾丘": "lyuqiu", "鲜于": "xianyu", "淳于": "chunyu",
    "夏侯": "xiahou", "诸葛": "zhuge", "乐正": "yuezheng", "宰父": "zaifu", "子车": "ziju", "谷梁": "guliang",
    "吕": "lyu", "闾": "lyu",
}  # fmt: skip


def surname_of(name: str) -> str:
    """The surname that a Chinese name in Simplified characters begins with; "" when it begins with none."""
    for length in (4, 2):
        if name[:length] in _DOUBLE and len(name) > length:
            return name[:length]
    return name[:1] if name[:1] in _SINGLE else ""


def is_person_name(name: str) -> bool:
    """Whether Simplified Han characters have the shape of a person's name: a surname and one or two more characters."""
    surname = surname_of(name)
    return bool(surname) and 1 <= len(name) - len(surname) <= 2
