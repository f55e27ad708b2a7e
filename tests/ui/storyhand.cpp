// SPDX-License-Identifier: GPL-3.0-or-later
#include "storyhand.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace fireline::test {

namespace {

constexpr int patience = 5000;

bool tells(const QStringList &texts, const QString &text)
{
    return std::any_of(texts.begin(), texts.end(), [&](const QString &one) { return one.contains(text, Qt::CaseInsensitive); });
}

} // namespace

QString readable(QString text)
{
    for (const ushort mark : {0x2066, 0x2067, 0x2068, 0x2069, 0x200e, 0x200f})
        text.remove(QChar(mark));
    return text;
}

void StoryHand::fail(const QString &why)
{
    if (ok())
        m_fault = why;
}

void StoryHand::until(const std::function<bool()> &condition, const std::function<QString()> &instead)
{
    if (ok() && !condition() && !QTest::qWaitFor(condition, patience))
        fail(instead());
}

bool StoryHand::reads(const QString &text) const
{
    return ok() && tells(here(), text);
}

void StoryHand::see(const QString &text)
{
    if (!reads(text))
        lookCloser();
    until([&] { return reads(text); }, [&] { return u"“%1” is not to be read in:\n  %2"_s.arg(text, here().join(u"\n  "_s)); });
}

void StoryHand::doNotSee(const QString &text)
{
    const QStringList found = here().filter(text, Qt::CaseInsensitive);
    if (ok() && !found.isEmpty())
        fail(u"“%1” is to be read: %2"_s.arg(text, found.join(u", "_s)));
}

void StoryHand::seeInWindow(const QString &text)
{
    until([&] { return tells(everywhere(), text); },
          [&] { return u"“%1” is nowhere in:\n  %2"_s.arg(text, everywhere().join(u"\n  "_s)); });
}

void StoryHand::strip(const QString &text)
{
    until([&] { return tells(cells(), text); },
          [&] { return u"the strip does not say “%1” but: %2"_s.arg(text, cells().join(u" · "_s)); });
}

} // namespace fireline::test
