// SPDX-License-Identifier: GPL-3.0-or-later
#include "seriesshelf.h"

#include <algorithm>

namespace fireline::window {

SeriesShelf::SeriesShelf(QObject *parent) : QObject(parent) { }

SeriesShelf::~SeriesShelf() = default;

models::SeriesSource *SeriesShelf::find(const QString &id) const
{
    const auto found = std::find_if(m_sources.begin(), m_sources.end(), [&](const auto &each) { return each->id() == id; });
    return found == m_sources.end() ? nullptr : found->get();
}

void SeriesShelf::setSources(Sources sources)
{
    for (const auto &each : m_sources) {
        if (std::find(sources.begin(), sources.end(), each) == sources.end())
            emit leaving(*each);
    }
    m_sources = std::move(sources);
    emit changed();
}

} // namespace fireline::window
