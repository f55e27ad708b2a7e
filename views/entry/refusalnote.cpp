// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/refusalnote.h"

#include "access/readablenote.h"
#include "theme/theme.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

const QString shape = u"\u25b2 "_s;

} // namespace

RefusalNote::RefusalNote(Theme &theme, QWidget *parent) : QFrame(parent), m_theme(theme), m_text(new QLabel(this))
{
    setObjectName(u"entry.refusal"_s);
    setFrameShape(QFrame::StyledPanel);
    m_text->setObjectName(u"entry.refusal.text"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    readAloud(*m_text);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    connect(&theme, &Theme::changed, this, &RefusalNote::applyTheme);
    applyTheme();
    hide();
}

void RefusalNote::applyTheme()
{
    const int gap = m_theme.scaled(4);
    layout()->setContentsMargins(gap, gap, gap, gap);
    m_text->setFont(m_theme.textFont());
    QPalette palette = m_theme.palette();
    palette.setColor(QPalette::WindowText, m_theme.ink(Ink::Error));
    m_text->setPalette(palette);
}

void RefusalNote::say(const QString &text)
{
    show();
    sayAloud(*m_text, shape + text);
}

void RefusalNote::close()
{
    hide();
    sayAloud(*m_text, {});
}

QString RefusalNote::text() const
{
    return m_text->text().mid(shape.size());
}

} // namespace fireline::views
