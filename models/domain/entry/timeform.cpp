// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/timeform.h"

#include "entry/entrytime.h"
#include "entry/entrytr.h"

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

constexpr Span longest = Span::days(400);

/// Steps over ASCII digits and marks; never past the end.
class Cursor
{
public:
    explicit Cursor(QStringView text) : m_text(text) { }

    [[nodiscard]] qsizetype at() const { return m_at; }
    void back(qsizetype to) { m_at = to; }
    [[nodiscard]] bool atBreak() const { return m_at >= m_text.size() || m_text.at(m_at).isSpace(); }
    [[nodiscard]] QChar peek() const { return m_at < m_text.size() ? m_text.at(m_at) : QChar(); }
    bool take(char16_t c)
    {
        if (peek() != c)
            return false;
        ++m_at;
        return true;
    }
    /// Between `least` and `most` digits, as a number; -1 and no step where there are fewer.
    int digits(int least, int most)
    {
        int value = 0;
        qsizetype n = 0;
        while (n < most && m_at + n < m_text.size() && m_text.at(m_at + n) >= u'0' && m_text.at(m_at + n) <= u'9') {
            value = value * 10 + (m_text.at(m_at + n).unicode() - u'0');
            ++n;
        }
        if (n < least)
            return -1;
        m_at += n;
        return value;
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

QStringView firstWord(QStringView text)
{
    qsizetype end = 0;
    while (end < text.size() && !text.at(end).isSpace())
        ++end;
    return text.first(end);
}

TimeForm invalid(qsizetype length, const QString &problem)
{
    TimeForm form;
    form.kind = TimeForm::Kind::Invalid;
    form.length = length;
    form.problem = problem;
    return form;
}

TimeForm spanForm(QStringView word)
{
    TimeForm form;
    const bool ago = word.startsWith(u'-') || word.startsWith(u'\u2212');
    if (!ago && !word.startsWith(u'+'))
        return form;
    const auto span = readDuration(word.mid(1));
    if (!span)
        return form;
    form.kind = ago ? TimeForm::Kind::Ago : TimeForm::Kind::Ahead;
    form.span = *span;
    form.length = word.size();
    return form;
}

// Decimals of a second after its dot; more than six are cut.
bool readDecimals(Cursor &cursor, TimeForm &form)
{
    if (!cursor.take(u'.') && !cursor.take(u','))
        return true;
    qint64 unit = 100000;
    int count = 0;
    for (int d = cursor.digits(1, 1); d >= 0; d = cursor.digits(1, 1)) {
        form.micros += unit * d;
        unit /= 10;
        if (++count > 12)
            return false;
    }
    return count > 0;
}

bool readOffset(Cursor &cursor, TimeForm &form)
{
    const int sign = cursor.take(u'+') ? 1 : cursor.take(u'-') ? -1 : 0;
    if (sign == 0)
        return false;
    const int hours = cursor.digits(2, 2);
    cursor.take(u':');
    const int minutes = cursor.digits(2, 2);
    if (hours < 0 || hours > (sign > 0 ? 14 : 12) || minutes > 59)
        return false;
    form.zone = TimeForm::Zone::Offset;
    form.offsetSeconds = sign * (hours * 3600 + qMax(0, minutes) * 60);
    return true;
}

// An offset needs the full ISO form: "12:30-13:00" is a range of clocks, not a clock west of Greenwich.
bool readZone(Cursor &cursor, TimeForm &form, QStringView text, bool iso)
{
    if (cursor.take(u'Z') || cursor.take(u'z')) {
        form.zone = TimeForm::Zone::Utc;
    } else if (cursor.take(u'L')) {
        form.zone = TimeForm::Zone::Local;
    } else if (!cursor.atBreak()) {
        return iso && readOffset(cursor, form);
    } else if (text.mid(cursor.at()).startsWith(u" UTC") && firstWord(text.mid(cursor.at() + 1)) == u"UTC") {
        form.zone = TimeForm::Zone::Utc;
        cursor.back(cursor.at() + 4);
    }
    return true;
}

// "YYYY-MM-DD" and what parts it from the clock; the date stays invalid where none is written.
bool readDate(Cursor &cursor, TimeForm &form, bool *written)
{
    const int year = cursor.digits(4, 4);
    *written = year >= 0 && cursor.take(u'-');
    if (!*written) {
        cursor.back(0);
        return true;
    }
    const int month = cursor.digits(2, 2);
    const bool dash = cursor.take(u'-');
    const int day = cursor.digits(2, 2);
    form.date = QDate(year, month, day);
    if (month < 0 || !dash || day < 0)
        *written = false;
    return *written && (cursor.take(u'T') || cursor.take(u't') || cursor.take(u' '));
}

TimeForm clockForm(QStringView text)
{
    TimeForm form;
    Cursor cursor(text);
    bool dated = false;
    const bool mayHaveClock = readDate(cursor, form, &dated);
    const QStringView word = firstWord(text);
    if (dated && (!mayHaveClock || cursor.peek() < u'0' || cursor.peek() > u'9'))
        return cursor.atBreak() || mayHaveClock
                   ? invalid(word.size(), EntryTr::tr("A time of day is missing after the date, like 2025-03-01 14:05."))
                   : TimeForm{};
    if (!mayHaveClock)
        return {};
    const qsizetype clockStart = cursor.at();
    const auto unreadable = [&] { // a date says that a time was meant; without one it is a text with digits
        const qsizetype length = clockStart + firstWord(text.sliced(clockStart)).size();
        return dated ? invalid(length, EntryTr::tr("This time cannot be read; write it like 14:05.")) : TimeForm{};
    };
    const int hour = cursor.digits(1, 2);
    const int minute = cursor.take(u':') ? cursor.digits(2, 2) : -1;
    if (hour < 0 || minute < 0)
        return unreadable();
    const bool colon = cursor.take(u':');
    const int second = colon && !cursor.atBreak() ? cursor.digits(2, 2) : 0; // "10:43: text" is a clock too
    const bool iso = dated && (colon || !text.at(clockStart - 1).isSpace());
    const bool sound = second >= 0 && readDecimals(cursor, form) && readZone(cursor, form, text, iso) && cursor.atBreak();
    if (!sound)
        return unreadable();
    form.kind = TimeForm::Kind::Clock;
    form.length = cursor.at();
    form.time = QTime(hour, minute, second);
    if (!form.time.isValid())
        return invalid(form.length, EntryTr::tr("%1 is no time of day; hours go to 23, minutes to 59.")
                                        .arg(text.mid(clockStart, cursor.at() - clockStart)));
    if (dated && !form.date.isValid())
        return invalid(form.length, EntryTr::tr("%1 is no date.").arg(text.first(10)));
    return form;
}

} // namespace

std::optional<Span> readDuration(QStringView text)
{
    Cursor cursor(text);
    Span sum;
    bool any = false;
    while (cursor.at() < text.size()) {
        const int n = cursor.digits(1, 7);
        if (n < 0)
            return std::nullopt;
        if (cursor.take(u's'))
            sum = sum + Span::seconds(n);
        else if (cursor.take(u'm'))
            sum = sum + Span::minutes(n);
        else if (cursor.take(u'h'))
            sum = sum + Span::hours(n);
        else if (cursor.take(u'd'))
            sum = sum + Span::days(n);
        else
            return std::nullopt;
        if (sum > longest)
            return std::nullopt;
        any = true;
    }
    return any && sum.us > 0 ? std::optional(sum) : std::nullopt;
}

QString durationText(Span span)
{
    qint64 seconds = span.us / 1000000;
    QString text;
    for (const auto &[size, letter] : {std::pair(86400, 'd'), std::pair(3600, 'h'), std::pair(60, 'm'), std::pair(1, 's')}) {
        if (seconds >= size)
            text += QString::number(seconds / size) + QLatin1Char(letter);
        seconds %= size;
    }
    return text;
}

TimeForm readTimeForm(QStringView text)
{
    const QStringView word = firstWord(text.first(qMin(text.size(), qsizetype(64))));
    const TimeForm span = spanForm(word);
    if (span.kind != TimeForm::Kind::None)
        return span;
    return clockForm(text);
}

} // namespace fireline::domain
