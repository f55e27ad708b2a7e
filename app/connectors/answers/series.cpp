// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers/series.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::connectors {

void sortSamples(SampleSeries &series)
{
    const auto earlier = [](const Sample &a, const Sample &b) { return a.atUs < b.atUs; };
    if (std::is_sorted(series.samples.begin(), series.samples.end(), earlier))
        return;
    qint64 latest = series.samples.front().atUs;
    for (const Sample &sample : series.samples) {
        series.outOfOrder += sample.atUs < latest ? 1 : 0;
        latest = std::max(latest, sample.atUs);
    }
    std::stable_sort(series.samples.begin(), series.samples.end(), earlier);
}

QString seriesName(const Labels &labels)
{
    QStringList pairs;
    for (auto it = labels.begin(); it != labels.end(); ++it) {
        if (it.key() == "__name__"_L1)
            continue;
        QString value = it.value();
        value.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s);
        pairs.append(u"%1=\"%2\""_s.arg(it.key(), value));
    }
    const QString name = labels.value(u"__name__"_s);
    return pairs.isEmpty() && !name.isEmpty() ? name : name + u'{' + pairs.join(u", "_s) + u'}';
}

} // namespace fireline::connectors
