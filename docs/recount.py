"""Recounts the decisions of a record of Convenor from its ledgers and rules: docs/record.md, "The fold".

    python3 recount.py DIR [--json]

DIR is a checkout of the record branch. The exit status is 0 where everything that was recounted is what the ledgers
say, 1 where something is not, and 2 where there is nothing to read.
"""

import datetime
import hashlib
import json
import pathlib
import re
import sys
import unicodedata

DAY = 24 * 60 * 60 * 1000
END_OF_INSTANT = "\U0010ffff"
BALLOTS = {
    "vote yes": ("vote", "yes"),
    "vote no": ("vote", "no"),
    "vote abstain": ("vote", "abstain"),
    "core accept": ("core", "yes"),
    "core accept-with-changes": ("core", "yes"),
    "core reject": ("core", "no"),
    "core abstain": ("core", "abstain"),
}
# What opens or ends a decision by the rest of the process: the ledger is believed which act it was.
OPENERS = {
    "consensus start": {"consensus"},
    "vote start": {"vote"},
    "vote request": {"vote"},
    "sep status": {"core"},
    "recall": {"core"},
    "veto": {"core-veto", "lead-veto"},
    "escalate": {"escalation"},
}
ENDERS = {"vote start", "vote request", "escalate", "recall", "sep withdraw", "sep status", "sep supersede"}

# What is heard while the pull request is not open.
REVIEWS = {"review: approved", "review: changes requested", "review: dismissed"}
ALSO = {
    "open": set(),
    "closed": REVIEWS | {"sep sponsor", "sep withdraw"},
    "merged": REVIEWS | {"sep status", "sep supersede"},
}

# How an organisation's name is read: what parts names, what names none, what is a role, who belongs to nobody.
PARTS = re.compile(r"\s*(?:/|;|\||,(?!\s*(?:inc|llc|ltd|gmbh|corp)(?![a-z0-9_])))\s*", re.I)
NOT_APPLICABLE = re.compile(r"(?<![a-z0-9_])n/a(?![a-z0-9_])", re.I)
NO_NAME = re.compile(r"tbd|tba|na|none|unknown", re.I)
ROLE = re.compile(r"(?<![a-z0-9_])(?:maintainer|lead|facilitator|moderator|member)s?\Z", re.I)
INDEPENDENT = re.compile(r"independent|self|self[ -]employed|freelancer?|individual|unaffiliated", re.I)
LEGAL_FORM = re.compile(r"[\s,]+(?:inc|llc|ltd|gmbh|corp|corporation|co|plc|ag|sa)\.?\Z")
WEB_ENDING = re.compile(r"\.(?:ai|com|dev|io|org|net)\Z")


class Wrong(Exception):
    """A line that does not follow from the ones before it."""


def instant(text):
    """Milliseconds since 1970 of an instant as the ledger writes it."""
    whole, _, rest = text.rstrip("Z").partition(".")
    at = datetime.datetime.strptime(whole, "%Y-%m-%dT%H:%M:%S").replace(tzinfo=datetime.timezone.utc)
    return round(at.timestamp()) * 1000 + int((rest + "000")[:3])


def business_days(at, days):
    """An instant so many business days later; what begins at a weekend begins on Monday."""

    def is_weekend(when):
        return datetime.datetime.fromtimestamp(when // 1000, datetime.timezone.utc).weekday() > 4

    while is_weekend(at):
        at += DAY
    for _ in range(days):
        at += DAY
        while is_weekend(at):
            at += DAY
    return at


def chained(folder):
    """The lines of a ledger, each bound to the one before."""
    segments = sorted(folder.glob("*.jsonl"))
    if [segment.name for segment in segments] != ["%04d.jsonl" % (n + 1) for n in range(len(segments))]:
        raise Wrong("its segments are not numbered without gaps")
    raws = b"".join(segment.read_bytes() for segment in segments).split(b"\n")
    if raws.pop() != b"":
        raise Wrong("its last line is cut off")
    lines, before = [], None
    for seq, raw in enumerate(raws):
        line = json.loads(raw)
        prev = None if before is None else hashlib.sha256(before).hexdigest()
        if line["v"] != 1 or line["seq"] != seq or line["prev"] != prev:
            raise Wrong(f"line {seq} does not follow from the one before")
        lines.append(line)
        before = raw
    if not lines or lines[0]["kind"] != "opened" or str(lines[0]["subject"]["number"]) != folder.name:
        raise Wrong("it does not begin with whose it is")
    return lines


def rulebook(folder):
    """The rules of a record by the hash that lines name them by."""
    book = {}
    for path in sorted(folder.glob("*.json")):
        raw = path.read_bytes().removesuffix(b"\n")
        if hashlib.sha256(raw).hexdigest() != path.stem:
            raise Wrong(f"rules/{path.name} are not what their name says")
        book[path.stem] = json.loads(raw)
    return book


def moment(line):
    """Where an act, an opening or a closing lies in time."""
    if line["kind"] == "act":
        source = line["source"]
        return (instant(line["at"]), source["id"], source["index"])
    cause = line.get("cause")
    if cause is None:
        return (instant(line["at"]), END_OF_INSTANT, 0)
    return (instant(line["at"]), cause["source"], cause["index"])


def in_order(lines):
    """The acts in the order in which they count, each with whether it was found too late."""
    acts, seen, settled = [], set(), None
    for line in lines:
        if line["kind"] in ("opens", "closes", "lapses"):
            settled = moment(line) if settled is None else max(settled, moment(line))
        if line["kind"] != "act" or moment(line)[1:] in seen:
            continue
        seen.add(moment(line)[1:])
        acts.append((line, settled is not None and moment(line) < settled))
    return sorted(acts, key=lambda one: moment(one[0]))


def pauses_in(lines):
    """The spans, with an end, in which not everybody could speak; and since when deadlines rest, None where they run."""
    changes = []
    for line in lines:
        if line["kind"] == "pull" and line["state"] != "merged":
            changes.append((instant(line["at"]), "pull", line["state"] == "closed"))
        if line["kind"] == "muted":
            changes.append((instant(line["at"]), line["by"], line["muted"]))
    pauses, causes, begun = [], set(), None
    # A span that begins and ends in one instant: as the ledger has them.
    for at, cause, rests in sorted(changes, key=lambda one: one[0]):
        (causes.add if rests else causes.discard)(cause)
        if rests and begun is None:
            begun = at
        if not causes and begun is not None:
            pauses.append((begun, at))
            begun = None
    merged = [instant(line["at"]) for line in lines if line["kind"] == "pull" and line["state"] == "merged"][-1:]
    return pauses, min([*merged, *([] if begun is None else [begun])], default=None)


def reaches(part, whole, share):
    return part * share["den"] > share["num"] * whole if share["strict"] else part * share["den"] >= share["num"] * whole


def has_quorum(tally, quorum):
    whole = tally["electorate"] if quorum["of"] == "electorate" else tally["spoken"]
    return tally["spoken"] > 0 and reaches(tally["spoken"], whole, quorum)


def count_of(tally, quorum, threshold, disinterested):
    """What ballots come to: accepted, rejected or undecided."""
    if not has_quorum(tally, quorum):
        return "undecided"

    def carries(side, other):
        whole = tally[side] + tally[other] if threshold["of"] == "cast" else tally["electorate"]
        return tally[side] > 0 and reaches(tally[side], whole, threshold)

    yes, no = carries("yes", "no"), carries("no", "yes")
    if yes == no:
        return "undecided"
    if no:
        return "rejected"
    return "accepted" if disinterested > 0 else "undecided"


def letters(text):
    """A text without all that is neither a letter nor a number."""
    return "".join(one for one in text if unicodedata.category(one)[0] in "LN")


def organizations_in(text):
    """The organisations that a text names, each as it is compared; None stands for belonging to nobody."""
    names = set()
    for part in PARTS.split(NOT_APPLICABLE.sub("na", text or "")):
        name = part.strip()
        if letters(name) and not NO_NAME.fullmatch(name) and not ROLE.search(name):
            short = WEB_ENDING.sub("", LEGAL_FORM.sub("", name.lower()))
            names.add(None if INDEPENDENT.fullmatch(name) else letters(short))
    return names


def most_apart(people):
    """How many people can be chosen of whom no two share an organisation: of each its organisations."""
    if not people:
        return 0
    circle = [people[0]]
    for one in circle:
        circle += [other for other in people if one & other and not any(other is found for found in circle)]
    others = [one for one in people if not any(one is found for found in circle)]
    if others:
        return most_apart(circle) + most_apart(others)
    near = [one for one in people if one & people[0]]
    return max(1 + most_apart([other for other in people if not one & other]) for one in near)


def different_organizations(texts):
    """How many people of these texts share no organisation; of whom none is known, that is none."""
    people = [organizations_in(text) for text in texts]
    nobodys = sum(one == {None} for one in people)
    named = [one - {None} for one in people if one - {None}]
    alone = {name for one in named if len(one) == 1 for name in one}
    return nobodys + len(alone) + most_apart([one for one in named if len(one) > 1 and not one & alone])


class Decision:
    """A decision while it is open: what its line pins, and what was said in it."""

    def __init__(self, line, rules, opener, deadline, text):
        self.line, self.rules, self.opener, self.deadline = line, rules["rules"], opener, deadline
        self.form, self.id = line["form"], line["decision"]
        self.voters = line["electorate"] + line["beside"]
        self.pushes = "keep" if self.form == "core-veto" else self.rules["pushes"]["effect"]
        self.opened_on = self.text = text
        self.ballots, self.recused, self.blocks, self.confirmed = [], set(), [], set()
        self.record, self.alone, self.closing = None, False, False

    def elector(self, act, voters=None):
        """The place of a speaker among those who are counted; None where they have none."""
        for one in self.line["electorate"] if voters is None else voters:
            if act["by"]["id"] in [one["id"], *one["also"]]:
                return one
        return None

    def standing(self):
        return [block for block in self.blocks if not block["cleared"]]

    def is_confirmed(self):
        return self.pushes == "confirm" and self.text in self.confirmed

    def is_settled(self):
        return self.pushes == "keep" or self.text == self.opened_on or self.is_confirmed()

    def counting(self):
        """The ballots that count as things stand."""
        cast = [ballot for ballot in self.ballots if ballot["by"] not in self.recused]
        if self.pushes == "keep" or self.is_confirmed():
            return cast
        return [ballot for ballot in cast if ballot["text"] == self.text]

    def tally(self):
        counting = self.counting()
        body = [one for one in self.line["electorate"] if one["id"] not in self.recused]
        cast = {ballot["by"] for ballot in counting}
        sides = {side: sum(ballot["choice"] == side for ballot in counting) for side in ("yes", "no", "abstain")}
        return {**sides, "spoken": sum(one["id"] in cast for one in body), "electorate": len(body)}

    def silent(self):
        cast = {ballot["by"] for ballot in self.counting()}
        return sum(one["id"] not in self.recused and one["id"] not in cast for one in self.voters)

    def organizations_allow(self):
        rule = self.rules["ballot-organizations"]
        of = {one["id"]: one["organization"] for one in self.voters}
        counting = self.counting()
        belong = [organizations_in(of.get(ballot["by"])) for ballot in counting]
        most = rule["most"]
        if most:
            names = set().union(*belong) - {None}
            unknown = belong.count(set())
            largest = unknown + max((sum(name in one for one in belong) for name in names), default=0)
            if largest * most["den"] > most["num"] * len(belong) or (belong and unknown == len(belong)):
                return False
        yes = [of.get(ballot["by"]) for ballot in counting if ballot["choice"] == "yes"]
        return different_organizations(yes) >= rule["least"]

    def disinterested(self, has_stake):
        yes = {ballot["by"] for ballot in self.counting() if ballot["choice"] == "yes"}
        return sum(one["id"] in yes and not has_stake(one) for one in self.voters)

    def count(self, has_stake):
        quorum, threshold = self.line["quorum"], self.line["threshold"]
        now = count_of(self.tally(), quorum, threshold, self.disinterested(has_stake))
        return "undecided" if now == "accepted" and not self.organizations_allow() else now

    def certain(self, has_stake):
        """The count, where no ballot still to come could change it; else None."""
        quorum, threshold = self.line["quorum"], self.line["threshold"]
        tally, silent, yes = self.tally(), self.silent(), self.disinterested(has_stake)
        now = count_of(tally, quorum, threshold, yes)
        if now == "undecided":
            return None
        against = "no" if now == "accepted" else "yes"
        worst = count_of({**tally, against: tally[against] + silent}, quorum, threshold, yes if now == "accepted" else 1)
        if worst != now:
            return None
        if now == "accepted" and self.rules["ballot-organizations"]["most"] and silent > 0:
            return None
        return None if now == "accepted" and not self.organizations_allow() else now


class Recount:
    """A ledger played from its first act on."""

    def __init__(self, lines, book):
        self.lines, self.book = lines, book
        self.heads = [line for line in lines if line["kind"] == "head-seen"]
        self.pulls = [line for line in lines if line["kind"] == "pull"]
        self.pauses, self.rests_since = pauses_in(lines)
        self.opens = self.first("opens")
        self.closes = self.first("closes")
        self.author = lines[0]["by"]
        self.sponsor = None
        self.authors, self.author_ids = set(), set()
        self.open = None
        self.past = []
        self.acts = []
        self.results, self.notes = [], []

    def first(self, kind):
        found = {}
        for line in self.lines:
            if line["kind"] == kind and found.setdefault(line["decision"], line) is not line:
                raise Wrong(f"{line['decision']} {kind} twice")
        return found

    def run(self):
        for act, late in in_order(self.lines):
            self.deadlines(moment(act))
            if self.open and self.open.form != "escalation" and self.open.deadline < instant(act["at"]):
                break
            self.judge(act, late)
        self.deadlines(None)
        missing = (set(self.opens) | set(self.closes)) - {result["decision"] for result in self.results}
        if missing:
            raise Wrong(f"nothing opens {sorted(missing)[0]}")
        for result in self.results:
            if (result["decision"] in self.closes) != (result["outcome"] != "open"):
                raise Wrong(f"nothing closes {result['decision']}")
        return self.results

    # What was so at an instant.

    def head_at(self, at):
        seen = [head for head in self.heads if instant(head["at"]) <= at]
        return seen[-1] if seen else self.heads[0] if self.heads else None

    def text_at(self, at):
        head = self.head_at(at)
        return head and head["normative"]

    def head_of(self, act):
        """The head that a word is about; None where it names a commit that is none of the heads."""
        if not act["head"]:
            return self.head_at(instant(act["at"]))
        return next((head for head in self.heads if head["commit"] == act["head"]["commit"]), None)

    def known_at(self, at):
        """Brings authors and the text of the open decision up to an instant."""
        seen = [head for index, head in enumerate(self.heads) if index == 0 or instant(head["at"]) <= at]
        self.authors = {login.lower() for head in seen for login in head["claims"]["authors"]}
        self.author_ids = {account for head in seen for account in head["claims"].get("authorIds", [])}
        if self.open:
            self.open.text = self.text_at(at)

    def pull_at(self, at):
        seen = [
            pull["state"]
            for pull in self.pulls
            if (instant(pull["at"]) <= at if pull["state"] == "open" else instant(pull["at"]) < at)
        ]
        return seen[-1] if seen else "open"

    def postponed(self, since, deadline):
        for begun, ended in self.pauses:
            begins = max(begun, since)
            if begins < deadline and begins < ended:
                deadline += ended - begins
        return deadline

    def has_stake(self, one):
        accounts = [one["id"], *one["also"]]
        owners = [who["id"] for who in (self.author, self.sponsor) if who]
        return any(owner in accounts for owner in owners) or self.is_named(one["login"], accounts)

    def is_named(self, login, accounts):
        """Whether heads name somebody as an author, by what they are called or by an account."""
        return login.lower() in self.authors or any(account in self.author_ids for account in accounts)

    def holds(self, act, asked, group):
        roles = set(act["roles"])
        is_one = lambda who: who is not None and who["id"] in [act["by"]["id"], *act["also"]]
        return any(
            standing == "anyone"
            or (standing == "author" and is_one(self.author))
            or (standing == "sponsor" and is_one(self.sponsor))
            or (standing in ("lead", "wg-member") and group is not None and f"{standing}:{group}" in roles)
            or (standing not in ("lead", "wg-member") and standing in roles)
            for standing in asked
        )

    # Deadlines, openings and closings.

    def deadlines(self, before):
        while self.open and self.open.form not in ("escalation", "lead-veto"):
            deadline = (self.open.deadline, END_OF_INSTANT, 0)
            if self.open.id not in self.closes or (before is not None and before < deadline):
                return
            # A rest that lasts has put it off: it falls later than anything that is said in that.
            if self.rests_since is not None and self.rests_since < self.open.deadline:
                return
            self.known_at(self.open.deadline)
            self.close(*self.at_deadline(), self.open.deadline, None)

    def at_deadline(self):
        """The outcome at the deadline, and what opens then."""
        one = self.open
        if one.form == "consensus":
            if not one.line["electorate"]:
                return "undecided", None
            if one.standing():
                return "blocked", ("vote", "routine")
            return self.agreed("agreed") if one.is_settled() else ("undecided", None)
        if one.form == "vote":
            return self.voted(one.count(self.has_stake))
        if one.form == "veto-window":
            if self.drift() or not one.is_settled():
                return "undecided", ("core", None)
            return ("accepted" if one.line["electorate"] else "undecided"), None
        if one.form == "core":
            return one.record["outcome"] if self.is_recorded() else one.count(self.has_stake), None
        return "stands", None

    def voted(self, count):
        if count == "accepted":
            return self.agreed("passed")
        return ("not-passed" if has_quorum(self.open.tally(), self.open.line["quorum"]) else "no-quorum"), None

    def agreed(self, outcome):
        one = self.open
        authority = one.line["authority"]
        if all(self.has_stake(each) for each in one.line["electorate"]) or (authority != "advise" and self.drift()):
            authority = "advise"
        return outcome, {"advise": ("core", None), "veto-window": ("veto-window", None), "decide": None}[authority]

    def drift(self):
        """Whether another track came under a group meanwhile; what else may have changed is noted, and not recounted."""
        one = begun = self.open
        if one.form == "veto-window":
            begun = next((each for each in reversed(self.past) if each.form in ("consensus", "vote")), one)
        since, until = instant(begun.line["at"]), one.deadline
        stop = self.lines.index(self.closes[one.id]) if one.id in self.closes else len(self.lines)
        known = [head for head in self.heads if self.lines.index(head) < stop]
        before = [head for head in known if instant(head["at"]) <= since][-1:]
        during = [head for head in known if since < instant(head["at"]) <= until]
        after = [head for head in known if instant(head["at"]) > max(since, until)][:1]
        if len({head["claims"]["type"] for head in before + during + after}) > 1:
            return True
        grants = self.book[begun.line["rules"]["sha256"]]["delegation"]["grants"]
        scope = grants.get(begun.line["group"], {}).get("scope") or {}
        bound = [line for line in self.lines if line["kind"] == "bound" and instant(line["at"]) <= until]
        claims = {group["slug"] for group in (bound[-1]["groups"] if bound else [])} | {begun.line["group"]}
        if ((during or after) and scope.get("paths")) or len(claims) > 1:
            self.notes.append(f"not recounted: what changed under the group of {one.id} beside its track")
            # The ledger is believed: where the core took over something had changed.
            return any(line["kind"] == "opens" and line["after"] == one.id and line["form"] == "core" for line in self.lines)
        return False

    def close(self, outcome, follows, at, cause):
        one, line = self.open, self.closes.get(self.open.id)
        tally = one.tally()
        self.results[-1].update(outcome=outcome, tally=tally)
        if line is None:
            raise Wrong(f"{one.id} ends ({outcome}), and no line says so")
        if (line["outcome"], line["tally"], instant(line["at"]), line["cause"]) != (outcome, tally, at, cause):
            said = f"{line['outcome']} {line['tally']}"
            raise Wrong(f"line {line['seq']} says that {one.id} came to {said}, and it came to {outcome} {tally}")
        self.past.append(one)
        self.open = None
        if follows:
            self.begin({follows[0]}, at, cause, one.line["group"], matter=follows[1])
        return follows

    def begin(self, forms, at, cause, group=None, matter=None, act=None):
        """Opens the next decision, and holds its line against what opens it and by which rules."""
        line = self.opens.get(f"D{len(self.results) + 1}")
        last = self.past[-1].id if self.past else None
        if line is None or line["form"] not in forms or line["after"] != last or line["cause"] != cause:
            raise Wrong(f"D{len(self.results) + 1} ({', '.join(sorted(forms))}) opens, and no line says so")
        if instant(line["at"]) != at or (matter and line["matter"] != matter):
            raise Wrong(f"line {line['seq']}: {line['decision']} did not open so")
        if act is None and line["group"] != group:
            raise Wrong(f"line {line['seq']}: {line['decision']} is of another group than the one before")
        rules = self.book.get(line["rules"]["sha256"])
        if rules is None:
            raise Wrong(f"line {line['seq']} names rules that the record does not hold")
        self.check_terms(line, rules["rules"], act)
        opener = next((one["by"] for one in self.acts if one["source"]["id"] == (cause or {}).get("source")
                       and one["source"]["index"] == cause["index"]), None)
        deadline = self.postponed(at, instant(line["deadline"]))
        self.open = Decision(line, rules, opener, deadline, self.text_at(at))
        if self.open.form == "consensus":
            self.open.blocks = self.blocks_left()
        self.results.append({"decision": line["decision"], "form": line["form"], "outcome": "open"})

    def blocks_left(self):
        """The blocks that stood at the end of the last consensus, unless a body has answered since."""
        answers = {"vote": {"passed", "not-passed"}, "core": {"accepted", "rejected"}, "escalation": {"answered"}}
        for one, result in zip(reversed(self.past), reversed(self.results)):
            if result["outcome"] in answers.get(one.form, set()):
                return []
            if one.form == "consensus":
                return one.standing()
        return []

    def check_terms(self, line, rules, act):
        form, at = line["form"], instant(line["at"])
        days = {
            "consensus": lambda: rules["consensus"][line["weight"]],
            "vote": lambda: rules["vote"]["days"],
            "veto-window": lambda: rules["veto-window"]["days"],
            "core": lambda: rules["core-decision"]["days"],
            "core-veto": lambda: rules["core-decision"]["days"],
            "lead-veto": lambda: 0,
        }
        if form == "escalation":
            deadline = business_days(at, rules["escalation"]["answers"]["technical"])
        else:
            deadline = at + days[form]() * DAY
        if act is not None and form in ("consensus", "vote"):
            deadline = max([deadline, *(instant(word) for word in act["args"] if word.endswith("Z"))])
        quorum = {"vote": lambda: rules["vote"]["quorum"], "core": lambda: rules["core-decision"]["quorum"]}
        threshold = {
            "vote": lambda: rules["vote"]["scope" if line["matter"] == "scope" else "routine"],
            "core": lambda: rules["core-decision"]["threshold"],
            "core-veto": lambda: rules["core-veto"]["threshold"],
        }
        terms = (deadline, quorum.get(form, lambda: None)(), threshold.get(form, lambda: None)())
        if (instant(line["deadline"]), line["quorum"], line["threshold"]) != terms:
            raise Wrong(f"line {line['seq']}: {line['decision']} has other terms than its rules give")
        undeclared = form in ("consensus", "vote") and line["breaking"] != "compatible"
        if undeclared and rules["reserved-matters"]["breaking"] and line["authority"] != "advise":
            raise Wrong(f"line {line['seq']}: {line['decision']} is reserved to the core, and its group was to decide")

    # What people say.

    def judge(self, act, late):
        at, source = instant(act["at"]), act["source"]
        cause = {"source": source["id"], "index": source["index"]}
        self.known_at(at)
        self.acts.append(act)
        ended, is_taken = None, False
        if not late and act["problem"] is None and act["rules"]["sha256"] in self.book:
            rules = self.book[act["rules"]["sha256"]]["rules"]
            if act["command"] in ALSO[self.pull_at(at)] or self.pull_at(at) == "open":
                is_taken = self.sponsoring(act, rules)
                ended = self.open and self.say(act, self.open.rules)
        if source["kind"] == "assignment" and not is_taken:
            return
        before = self.open
        if ended:
            self.close(*ended, at, cause)
        is_caused = self.opens.get(f"D{len(self.results) + 1}", {}).get("cause") == cause
        # What follows from a closing has been opened with it.
        if is_caused and not self.open:
            if late or act["command"] not in OPENERS:
                raise Wrong(f"/{act['command']} opens nothing")
            self.begin(OPENERS[act["command"]], at, cause, act=act)
            elector = self.open.elector(act)
            if act["command"] == "veto" and elector:
                self.cast(act, elector, "yes")
        if self.open and (self.open is not before or not ended):
            certain = self.when_certain(act)
            if certain:
                self.close(*certain, at, cause)

    def sponsoring(self, act, rules):
        """Who champions it; True where somebody has just become that."""
        accounts = [act["by"]["id"], *act["also"]]
        is_dormant = any(line["kind"] == "lapses" and instant(line["at"]) <= instant(act["at"]) for line in self.lines)
        may = self.sponsor is None and self.holds(act, rules["sponsorship"]["who"], None)
        if act["command"] == "sep sponsor" and may and (is_dormant or self.pull_at(instant(act["at"])) == "open"):
            self.sponsor = act["by"]
            return True
        if act["command"] == "sep unsponsor" and self.sponsor and self.sponsor["id"] in accounts and not self.open:
            self.sponsor = None
        return False

    def cast(self, act, elector, choice):
        head = self.head_of(act)
        self.open.ballots = [one for one in self.open.ballots if one["by"] != elector["id"]] + [
            {
                "by": elector["id"],
                "choice": choice,
                "source": act["source"]["id"],
                "review": act["command"].startswith("review:"),
                "text": head and head["normative"],
            }
        ]

    def say(self, act, rules):
        """What a word does in the open decision: how it ends and what opens, or None where it goes on."""
        one, command, args, at = self.open, act["command"], act["args"], instant(act["at"])
        elector, voter = one.elector(act), one.elector(act, one.voters)
        accounts = [act["by"]["id"], *act["also"]]
        may_vote = one.form in ("vote", "core") and voter and voter["id"] not in one.recused
        if command in BALLOTS:
            form, choice = BALLOTS[command]
            alone = form == "core" and len(args) > 1 and args[1] == "alone"
            if form != one.form or not may_vote or (alone and not self.holds(act, rules["acting-alone"]["who"], None)):
                return None
            self.cast(act, voter, choice)
            one.alone = alone and choice != "abstain"
        elif command == "review: approved" and may_vote:
            self.cast(act, voter, "yes")
        elif command == "review: changes requested" and one.form in ("vote", "core") and voter:
            one.ballots = [ballot for ballot in one.ballots if not (ballot["by"] == voter["id"] and ballot["review"])]
        elif command == "review: dismissed" and one.form in ("vote", "core"):
            one.ballots = [ballot for ballot in one.ballots if ballot["source"] != args[0]]
        elif command == "vote recuse" and one.form in ("vote", "core", "core-veto") and voter:
            one.recused.add(voter["id"])
            one.record = None
        elif command == "vote close" and one.form == "vote" and self.holds(act, rules["vote"]["starts"], one.line["group"]):
            one.closing = one.silent() == 0
        elif command == "core record" and one.form == "core" and may_vote:
            self.recorded(act, rules, elector)
        elif command == "core confirm" and one.form == "core" and one.record and may_vote:
            if elector["id"] not in [one.record["by"], *one.record["confirmed"]]:
                one.record["confirmed"].append(elector["id"])
        elif command == "sep confirm":
            self.confirm(act, rules, elector)
        elif command in ("block", "unblock", "block delegate", "block challenge", "consensus extend"):
            return self.blocking(act, rules, elector) if one.form == "consensus" else None
        elif command in ("consensus cancel", "vote cancel"):
            if command == f"{one.form} cancel" and one.opener and one.opener["id"] in accounts:
                return "cancelled", None
        elif command == "veto":
            return self.vetoing(act, rules, elector)
        elif command == "veto withdraw":
            return self.withdrawing(act, accounts)
        elif command == "escalate answer" and one.form == "escalation" and args[0] != "more":
            if self.is_cause(act):
                return "answered", ("core", None) if args[0] == "core" else None
        elif command in ENDERS and self.is_cause(act):
            return "ended", None
        return None

    def is_cause(self, act):
        """Whether the ledger says that the open decision ended by an act of the rest of the process."""
        source = act["source"]
        closing = self.closes.get(self.open.id)
        return closing is not None and closing["cause"] == {"source": source["id"], "index": source["index"]}

    def recorded(self, act, rules, elector):
        one, (outcome, yes, no, absent) = self.open, act["args"][:4]
        body = [elector for elector in one.line["electorate"] if elector["id"] not in one.recused]
        yes, no, absent, everybody = int(yes), int(no), int(absent), len(body)
        stakes = sum(self.has_stake(elector) for elector in body)
        limits = one.rules["ballot-organizations"]
        is_limited = outcome == "accepted" and (limits["most"] or limits["least"] > 0)
        tally = {"yes": yes, "no": no, "abstain": 0, "spoken": yes + no, "electorate": everybody}
        fits = yes + no + absent == everybody and self.holds(act, rules["core-record"]["who"], None)
        if fits and not is_limited and count_of(tally, one.line["quorum"], one.line["threshold"], yes - stakes) == outcome:
            head = self.head_of(act)
            one.record = {"by": elector["id"], "outcome": outcome, "confirmed": [], "text": head and head["normative"]}

    def is_recorded(self):
        """Whether a record counts: enough have confirmed it, not all of them with a stake, and on this text."""
        one, record = self.open, self.open.record
        if not record or len(record["confirmed"]) < one.rules["core-record"]["confirm"]:
            return False
        said = [elector for elector in one.line["electorate"] if elector["id"] in [record["by"], *record["confirmed"]]]
        on_this = record["text"] == one.text or one.pushes == "keep" or one.is_confirmed()
        return on_this and not all(self.has_stake(elector) for elector in said)

    def confirm(self, act, rules, elector):
        one, head = self.open, self.head_of(act)
        accounts = [act["by"]["id"], *act["also"]]
        is_opener = self.author is not None and self.author["id"] in accounts
        is_author = is_opener or self.is_named(act["by"]["login"], accounts)
        may = (elector and elector["id"] not in one.recused) or (
            one.form == "veto-window" and self.holds(act, rules["acceptance-text"]["who"], one.line["group"])
        )
        if head and act["head"] and may and not is_author and one.pushes == "confirm" and head["normative"] != one.opened_on:
            one.confirmed.add(head["normative"])

    def blocking(self, act, rules, elector):
        one, args, at = self.open, act["args"], instant(act["at"])
        accounts = [act["by"]["id"], *act["also"]]
        if act["command"] == "consensus extend":
            until = instant(args[0])
            if self.holds(act, rules["consensus"]["opens"], one.line["group"]) and one.deadline <= until <= at + 366 * DAY:
                if until != one.deadline:
                    one.deadline = self.postponed(at, until)
            return None
        if act["command"] == "block challenge":
            return ("blocked", ("vote", args[0])) if elector and one.standing() else None
        found = next((block for block in one.standing() if block["slug"] == args[0]), None)
        if act["command"] == "block":
            if elector and not found:
                one.blocks.append({"slug": args[0], "by": elector["id"], "delegates": [], "cleared": False})
            return None
        if not found:
            return None
        is_owner = found["by"] in accounts or (elector and elector["id"] == found["by"])
        if act["command"] == "block delegate":
            account = act["mentions"][0]["account"] if act["mentions"] else None
            if is_owner and account:
                found["delegates"].append(account["id"])
        elif is_owner or any(delegate in accounts for delegate in found["delegates"]):
            found["cleared"] = True
            least = at + rules["blocking"]["left"] * DAY
            if not one.standing() and one.deadline < least:
                one.deadline = self.postponed(at, least)
        return None

    def vetoing(self, act, rules, elector):
        one, alone = self.open, act["args"][1:2] == ["alone"]
        if alone and not any(role in act["roles"] for role in rules["lead-veto"]["who"]):
            return None
        if one.form == "core-veto":
            if alone:
                return "ended", None
            if elector and elector["id"] not in one.recused:
                self.cast(act, elector, "yes")
            return None
        if one.form == "veto-window" and not alone:
            return ("objected", ("core", None)) if elector else None
        return ("vetoed", None) if alone else None

    def withdrawing(self, act, accounts):
        one = self.open
        if one.form == "core-veto" and any(owner in accounts for owner in [*(ballot["by"] for ballot in one.ballots), one.opener["id"]]):
            one.ballots = [ballot for ballot in one.ballots if ballot["by"] not in accounts]
            return None if one.ballots else ("stands", None)
        if one.form == "core" and self.is_cause(act) and not one.ballots and not one.record:
            return "ended", ("veto-window", None)
        return None

    def when_certain(self, act):
        one = self.open
        if one.form == "vote" and (one.closing or one.rules["vote"]["early"]):
            count = one.count(self.has_stake) if one.closing else one.certain(self.has_stake)
            drifting = one.deadline
            one.deadline = instant(act["at"]) if count else drifting
            result = self.voted(count) if count else None
            one.deadline = drifting
            return result
        if one.form == "core":
            if self.is_recorded():
                return one.record["outcome"], None
            if one.alone:
                return {"yes": "accepted", "no": "rejected"}[one.ballots[-1]["choice"]], None
            count = one.certain(self.has_stake)
            return (count, None) if count else None
        if one.form == "core-veto":
            tally = one.tally()
            is_reached = tally["yes"] > 0 and reaches(tally["yes"], tally["electorate"], one.line["threshold"])
            return ("vetoed", None) if is_reached else None
        return ("vetoed", None) if one.form == "lead-veto" else None


def main(arguments):
    as_json = "--json" in arguments
    places = [pathlib.Path(word) for word in arguments if word != "--json"]
    if len(places) != 1 or not (places[0] / "ledgers").is_dir():
        print("usage: recount.py DIR [--json], where DIR is a checkout of the record", file=sys.stderr)
        return 2
    found, wrong = {}, False
    try:
        book = rulebook(places[0] / "rules")
    except Wrong as problem:
        print(problem)
        return 1
    for folder in sorted((places[0] / "ledgers").iterdir(), key=lambda path: int(path.name)):
        try:
            recount = Recount(chained(folder), book)
            found[folder.name] = recount.run()
            problems = recount.notes
        except (KeyError, TypeError, ValueError) as problem:
            wrong, problems = True, [f"does not hold: a line is not of the form ({problem!r})"]
        except Wrong as problem:
            wrong, problems = True, [f"does not hold: {problem}"]
        if not as_json:
            for result in found.get(folder.name, []):
                print(f"#{folder.name} {result['decision']} {result['form']}: {result['outcome']} {result.get('tally', '')}")
            for problem in problems:
                print(f"#{folder.name} {problem}")
    if as_json:
        print(json.dumps({"ok": not wrong, "ledgers": found}))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
