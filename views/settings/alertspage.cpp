// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/alertspage.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace fireline::views {

using models::Channel;
using models::Preferences;
using models::Reach;
using Level = domain::Attention::Level;

AlertsPage::AlertsPage(QWidget *parent) : SettingsPage(parent)
{
    auto *grid = new QGridLayout(this);
    auto *words = new QLabel(tr("The window shows everything, always. This is what reaches you beside it."), this);
    words->setWordWrap(true);
    grid->addWidget(words, 0, 0, 1, 4);
    const auto addHead = [&](const QString &head, int row, int column) {
        auto *label = new QLabel(head, this);
        label->setWordWrap(true);
        grid->addWidget(label, row, column);
    };
    for (const Channel channel : {Channel::Desktop, Channel::Sound, Channel::Attention})
        addHead(channelWords(channel), 1, 1 + int(channel));
    for (const Level level : {Level::Due, Level::Late, Level::Command})
        addHead(levelWords(level), 2 + int(level), 0);
    grid->setColumnStretch(0, 2);
    for (int column = 1; column <= 3; ++column)
        grid->setColumnStretch(column, 1);
    for (const Reach way : models::allReaches()) {
        auto *box = new QCheckBox(this);
        name(box, u"settingsReach%1%2"_s.arg(int(way.level)).arg(int(way.channel)),
             tr("%1: %2", "kind of matter, channel").arg(levelWords(way.level), channelWords(way.channel)),
             tr("Switches this way on or off for matters of this kind."));
        grid->addWidget(box, 2 + int(way.level), 1 + int(way.channel));
        connect(box, &QCheckBox::clicked, this, &AlertsPage::edited);
        m_boxes.insert(way, box);
    }
    auto *sound = new QPushButton(tr("Play a sound"), this);
    name(sound, u"settingsSound"_s, sound->text(), tr("Plays the sound of something late, once."));
    grid->addWidget(sound, 5, 0, Qt::AlignLeading);
    grid->setRowStretch(6, 1);
    connect(sound, &QPushButton::clicked, this, &AlertsPage::soundTestRequested);
}

QString AlertsPage::levelWords(Level level)
{
    switch (level) {
    case Level::Due: return tr("Due soon");
    case Level::Late: return tr("Late");
    case Level::Command: return tr("Command or escalation");
    }
    return {};
}

QString AlertsPage::channelWords(Channel channel)
{
    switch (channel) {
    case Channel::Desktop: return tr("Desktop message");
    case Channel::Sound: return tr("Sound");
    case Channel::Attention: return tr("Window asks for you");
    }
    return {};
}

void AlertsPage::load(const Preferences &preferences)
{
    for (auto it = m_boxes.begin(); it != m_boxes.end(); ++it)
        it.value()->setChecked(preferences.reaches(it.key()));
}

void AlertsPage::take(Preferences &preferences) const
{
    preferences.reach.clear();
    for (auto it = m_boxes.begin(); it != m_boxes.end(); ++it) {
        if (!it.value()->isChecked())
            preferences.reach.insert(it.key(), false);
    }
}

} // namespace fireline::views
