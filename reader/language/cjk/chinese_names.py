"""Tells Chinese full names that no title or verb betrays: a family name, and signs that given names have."""

from __future__ import annotations

from collections.abc import Iterator

from reader.language.cjk.words import Named
from reader.language.lexicon.gazetteer import is_place
from reader.language.lexicon.word_lists import Lexicon, sections

_FAMILIES = frozenset(
    "赵钱孙李吴郑王冯陈褚蒋沈韩杨朱秦许吕张孔曹严魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭鲁韦苗俞袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝"
    "邬傅皮卞齐康伍余卜顾孟黄穆萧尹姚邵湛汪祁禹狄米贝臧戴谈宋茅庞熊纪舒屈董梁杜阮蓝闵席季麻贾路娄童颜郭梅盛林刁钟徐邱骆蔡樊胡"
    "凌霍虞柯昝管卢莫房裘缪邓洪诸崔吉钮龚程嵇邢裴陆翁荀羊惠甄芮储靳邴糜松井富巫乌焦巴牧隗侯宓蓬郗班仰秋仲伊仇栾暴戎祖符刘詹幸"
    "司韶郜黎蓟薄宿蒲邰鄂索咸籍赖卓蔺屠蒙乔阴闻莘翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿扈燕冀郏浦晏柴瞿阎慕茹宦艾鱼慎戈廖庾终"
    "暨耿弘匡寇禄阙东殴殳沃蔚越夔师巩厍聂晁敖訾辛阚饶曾毋乜鞠须巢蒯相查荆竺逯盖桓肖涂邸尉"
)
"""Family names that are seldom part of a word."""
_ALSO_WORDS = frozenset(
    "卫何马花方任安常乐于元毛项祝江万支丁包左石曲封段谷车全宫宁甘厉武景束龙叶印白怀从池能苍双党通边尚农温别庄充连习容向古易居"
    "衡步都满国文广利隆勾融冷那简空沙养丰关红游权益公"
)
SOUNDS = frozenset("斯克尔特蒂兰伦布卢巴贝利瑟姆普伯艾伊顿德拉塔格朗逊丝莫诺科基奇尼罗洛维夫")
"""Signs that write the sounds of foreign names."""
_DELIMITERS = frozenset("、，。；：！？（） \u3000“”\n")


def statistical_names(text: str, lexicon: Lexicon) -> Iterator[Named]:
    """Yield the names whose signs speak for one, and that cut no common word."""
    at = 0
    while at < len(text) - 1:
        size = next((size for size in (3, 2) if _is_name(text, at, size, lexicon)), 0)
        if size:
            name = text[at : at + size]
            yield name, (name[1:], name[0]), ""
        at += size or 1


def _is_name(text: str, at: int, size: int, lexicon: Lexicon) -> bool:
    name, lists = text[at : at + size], sections("names-zh")
    if name in lists["names"]:
        return True
    if len(name) < size or name[0] not in (_FAMILIES if size == 2 else _FAMILIES | _ALSO_WORDS):
        return False
    likely = [sign in lists["likely"] for sign in name[1:]]
    if size == 2:
        alone = (not at or text[at - 1] in _DELIMITERS) and text[at + 2 : at + 3] in ("", *_DELIMITERS)
        listed = text[at + 2 : at + 3] in tuple(_FAMILIES) and text[at + 3 : at + 4] in lists["likely"]
        return (alone or listed) and all(likely) and not _is_other(name, lexicon) and name not in lists["words"]
    if name[2] in _FAMILIES and name[1] in lists["likely"] and text[at + 3 : at + 4] in lists["likely"]:
        return False  # one of a list without signs between: 彭真朱学范
    foreign = [sign in SOUNDS for sign in text[max(0, at - 1) : at + 4]]
    if sum(foreign) > 1:
        return False
    signs = any(likely) and all(sign in lists["likely"] or sign in lists["possible"] for sign in name[1:])
    strong = name[0] in _FAMILIES
    return signs and (strong or all(likely)) and _stands_alone(text, at, lists["words"]) and not _is_other(name, lexicon)


def _stands_alone(text: str, at: int, words: frozenset[str]) -> bool:
    """Return whether no common word reaches into a name; the given name may be one where no other can be meant."""
    edges = [text[max(0, at - 1) : at + 1], text[at + 2 : at + 4], text[at : at + 2]]
    if text[at] not in _FAMILIES:
        edges.append(text[at + 1 : at + 3])
    return words.isdisjoint(edges)


def _is_other(name: str, lexicon: Lexicon) -> bool:
    return is_place(name) or is_place(name[:2]) or is_place(name[1:]) or name[:2] in lexicon["not_names"]
