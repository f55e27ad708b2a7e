// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/lookpage.h"

#include <QComboBox>
#include <QFormLayout>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace fireline::views {

using models::Preferences;

LookPage::LookPage(QWidget *parent)
    : SettingsPage(parent)
    , m_colours(new QComboBox(this))
    , m_size(new QSpinBox(this))
    , m_density(new QComboBox(this))
{
    name(m_colours, u"settingsColours"_s, tr("Colours"), tr("Changes the colours of all windows at once."));
    m_colours->addItem(tr("As the desktop"), int(Preferences::Colours::System));
    m_colours->addItem(tr("Light"), int(Preferences::Colours::Light));
    m_colours->addItem(tr("Dark"), int(Preferences::Colours::Dark));
    m_colours->addItem(tr("High contrast"), int(Preferences::Colours::HighContrast));
    name(m_size, u"settingsTextSize"_s, tr("Text size in per cent"), tr("Changes the size of all text at once."));
    m_size->setRange(80, 200);
    m_size->setSingleStep(10);
    m_size->setSuffix(tr(" %", "per cent"));
    name(m_density, u"settingsDensity"_s, tr("Rows of lists"), tr("How high the rows of lists are."));
    m_density->addItem(tr("Comfortable"), int(Preferences::Density::Comfortable));
    m_density->addItem(tr("Compact"), int(Preferences::Density::Compact));
    auto *form = new QFormLayout(this);
    form->addRow(tr("Colours"), m_colours);
    form->addRow(tr("Text size"), m_size);
    form->addRow(tr("Rows of lists"), m_density);
    connect(m_colours, &QComboBox::activated, this, &LookPage::edited);
    connect(m_size, &QSpinBox::valueChanged, this, &LookPage::edited);
    connect(m_density, &QComboBox::activated, this, &LookPage::edited);
}

void LookPage::load(const Preferences &preferences)
{
    const QSignalBlocker still(m_size);
    m_colours->setCurrentIndex(m_colours->findData(int(preferences.colours)));
    m_size->setValue(preferences.textSize);
    m_density->setCurrentIndex(m_density->findData(int(preferences.density)));
}

void LookPage::take(Preferences &preferences) const
{
    preferences.colours = Preferences::Colours(m_colours->currentData().toInt());
    preferences.textSize = m_size->value();
    preferences.density = Preferences::Density(m_density->currentData().toInt());
}

} // namespace fireline::views
