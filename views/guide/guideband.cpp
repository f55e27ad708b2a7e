// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/guideband.h"

#include "forms/panelbutton.h"
#include "guide/guideroles.h"
#include "theme/theme.h"

#include <QAbstractItemModel>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace g = models::guide;

namespace {

constexpr QChar noBreak(u'\u00a0');
constexpr QChar joiner(u'\u2060');

QLabel *label(const QString &name, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setObjectName(name);
    made->setWordWrap(true);
    made->setTextFormat(Qt::PlainText);
    return made;
}

void setInk(QLabel *label, const Theme &theme, Ink ink)
{
    QPalette palette = theme.palette();
    palette.setColor(QPalette::WindowText, theme.ink(ink));
    label->setPalette(palette);
}

QString plain(QString text)
{
    return text.remove(u'`');
}

} // namespace

GuideBand::GuideBand(QAbstractItemModel &model, Theme &theme, QWidget *parent) : QFrame(parent), m_model(model), m_theme(theme)
{
    setObjectName(u"guide"_s);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    buildUi();
    connect(&model, &QAbstractItemModel::dataChanged, this, &GuideBand::refresh);
    connect(&model, &QAbstractItemModel::modelReset, this, &GuideBand::refresh);
    connect(&theme, &Theme::changed, this, &GuideBand::showTheme);
    showTheme();
}

void GuideBand::buildUi()
{
    m_heading = label(u"guide.heading"_s, this);
    m_progress = label(u"guide.progress"_s, this);
    m_progress->setWordWrap(false);
    m_how = label(u"guide.how"_s, this);
    m_how->setTextFormat(Qt::RichText);
    m_more = label(u"guide.more"_s, this);
    m_again = button(u"guide.again"_s, tr("Another drill"), tr("Goes to the start window, which offers all drills."), this);
    m_again->hide();
    m_hide = button(u"guide.hide"_s, tr("Hide the guide"), tr("Hides the guide. The menu Drill shows it again."), this);
    auto *top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    top->addWidget(m_progress);
    top->addWidget(m_again);
    top->addWidget(m_hide);
    auto *column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(m_how);
    column->addWidget(m_more);
    connect(m_hide, &QPushButton::clicked, this, &GuideBand::hideRequested);
    connect(m_again, &QPushButton::clicked, this, &GuideBand::drillsRequested);
}

void GuideBand::setObstacle(const QString &why)
{
    m_obstacle = why;
    refresh();
}

void GuideBand::setKeyboardThere(bool there)
{
    if (there == m_keyboardThere)
        return;
    m_keyboardThere = there;
    refresh();
}

void GuideBand::showOutcome(const GuideOutcome &outcome)
{
    m_outcome = outcome;
    refresh();
}

int GuideBand::stepNow() const
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const auto step = g::Step(m_model.index(row, 0).data(g::StepRole).toInt());
        if (step == g::Step::Now || step == g::Step::Waiting)
            return row;
    }
    return -1;
}

QStringList GuideBand::done() const
{
    QStringList done;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex step = m_model.index(row, 0);
        if (g::Step(step.data(g::StepRole).toInt()) == g::Step::Done)
            done.append(step.data(g::WhatRole).toString());
    }
    return done;
}

void GuideBand::refresh()
{
    m_progress->setText(tr("%1 %2 of %3 done", "a tick, then how many steps")
                            .arg(chipShape(Chip::Ok), QString::number(done().size()), QString::number(m_model.rowCount())));
    m_progress->setVisible(!m_outcome);
    m_again->setVisible(m_outcome.has_value());
    const int row = stepNow();
    if (m_outcome)
        showEnd();
    else if (row >= 0)
        showStep(row);
    else
        tell(tr("All steps are done"), tr("The drill ends within a few seconds."), {});
}

void GuideBand::showStep(int row)
{
    const QModelIndex step = m_model.index(row, 0);
    const QString what = tr("Step %1 of %2: %3")
                             .arg(QString::number(row + 1), QString::number(m_model.rowCount()),
                                  step.data(g::WhatRole).toString());
    const QString how = step.data(g::HowRole).toString();
    if (!m_obstacle.isEmpty())
        tell(what, m_obstacle, tr("Then: %1").arg(how));
    else if (const QString waitsFor = step.data(g::WaitsForRole).toString(); !waitsFor.isEmpty())
        tell(what, tr("Not yet. %1").arg(waitsFor), tr("Then: %1").arg(how));
    else if (m_keyboardThere || step.data(g::AnywhereRole).toBool())
        tell(what, how, step.data(g::WhyRole).toString());
    else
        tell(what, tr("Press `Ctrl+L` first: it brings the keyboard to the line below. %1").arg(how),
             step.data(g::WhyRole).toString());
}

void GuideBand::showEnd()
{
    QStringList steps;
    for (const QString &step : done())
        steps.append(chipShape(Chip::Ok) + noBreak + step);
    QStringList more{steps.isEmpty() ? tr("None of the steps was done.") : tr("You did: %1").arg(steps.join(u"  "_s))};
    if (!m_outcome->goesOn.isEmpty())
        more.append(m_outcome->goesOn);
    if (!m_outcome->next.isEmpty())
        more.append(m_outcome->next);
    const QString heading = m_outcome->passed ? tr("%1 The drill is over: you passed", "a tick")
                                              : tr("%1 The drill is over: you did not pass this time", "a triangle");
    tell(heading.arg(chipShape(m_outcome->passed ? Chip::Ok : Chip::Late)), scoreText(*m_outcome), more.join(u'\n'));
}

void GuideBand::tell(const QString &heading, const QString &how, const QString &more)
{
    m_heading->setText(heading);
    m_how->setText(marked(how));
    m_more->setText(plain(more));
    m_more->setVisible(!more.isEmpty());
    // A change of name is the only thing that screen readers are told of.
    const QString name = u"%1. %2 %3"_s.arg(heading, plain(how), plain(more)).trimmed();
    if (name != accessibleName())
        setAccessibleName(name);
}

/// What is to be typed looks like it; a command is not parted from its slash at the end of a line.
QString GuideBand::marked(const QString &text) const
{
    QString html;
    bool typed = false;
    for (QString part : text.toHtmlEscaped().split(u'`')) {
        if (typed && part.startsWith(u'/'))
            part.insert(1, joiner);
        html += typed ? u"<span style=\"font-family:'%1'; font-weight:600\">%2</span>"_s.arg(m_theme.idFont().family(), part)
                      : part;
        typed = !typed;
    }
    return html;
}

void GuideBand::showTheme()
{
    setPalette(m_theme.palette());
    QFont heading = m_theme.textFont();
    heading.setWeight(QFont::DemiBold);
    m_heading->setFont(heading);
    m_how->setFont(m_theme.textFont());
    m_more->setFont(m_theme.captionFont());
    m_progress->setFont(m_theme.captionFont());
    setInk(m_progress, m_theme, Ink::Ok);
    setInk(m_more, m_theme, Ink::Muted);
    const int gap = m_theme.scaled(6);
    layout()->setContentsMargins(gap, gap, gap, gap);
    layout()->setSpacing(m_theme.scaled(4));
    refresh();
}

} // namespace fireline::views
