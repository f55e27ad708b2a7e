// SPDX-License-Identifier: GPL-3.0-or-later
#include "readmetrics.h"

#include "readparts.h"
#include "yamlnode.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace fireline::process;

namespace fireline::drill {

namespace {

constexpr qsizetype mostGraphs = 12;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ScenarioReader)
};

DrillGraph readGraph(MapReader &map, const QList<DrillGraph> &before)
{
    Reader &reader = map.reader();
    DrillGraph graph;
    graph.query = map.needText(u"query"_s);
    graph.unit = map.text(u"unit"_s);
    if (std::any_of(before.begin(), before.end(), [&](const DrillGraph &other) { return other.query == graph.query; }))
        reader.fault(map.node(), u"duplicate-id"_s, Text::tr("\"%1\" stands here twice.").arg(graph.query),
                     Text::tr("Remove one."));
    if (const YamlNode *threshold = map.take(u"threshold"_s)) {
        bool number = false;
        const double value = reader.text(*threshold).toDouble(&number);
        if (number && std::isfinite(value))
            graph.threshold = value;
        else
            reader.fault(*threshold, u"not-a-number"_s, Text::tr("\"%1\" is no number.").arg(threshold->text.left(80)),
                         Text::tr("Write it as 250 or 0.25."));
    }
    return graph;
}

} // namespace

void readMetrics(MapReader &top, Scenario &scenario)
{
    const YamlNode *node = top.take(u"metrics"_s);
    if (!node)
        return;
    MapReader map(top.reader(), *node);
    if (!map.valid())
        return;
    // Beside the scenario and nowhere else: whoever takes a drill from somebody takes no way to other files with it.
    static const QRegularExpression plain(u"^[A-Za-z0-9_-][A-Za-z0-9_.-]*\\.(csv|json)$"_s);
    if (const YamlNode *file = map.need(u"file"_s)) {
        const QString name = top.reader().text(*file);
        if (plain.match(name).hasMatch())
            scenario.metrics.file = QFileInfo(scenario.fileName).path() + u'/' + name;
        else if (!name.isEmpty())
            top.reader().fault(*file, u"bad-name"_s, Text::tr("\"%1\" is no name of a file of metrics.").arg(name.left(80)),
                               Text::tr("Name a CSV or JSON file that lies beside this one, such as demo.csv."));
    }
    eachMap(map, u"graphs"_s,
            [&](MapReader &graph) { scenario.metrics.graphs.append(readGraph(graph, scenario.metrics.graphs)); });
    if (scenario.metrics.graphs.size() > mostGraphs)
        top.reader().fault(*node, u"too-many"_s, Text::tr("A drill shows at most %1 graphs.").arg(mostGraphs),
                           Text::tr("Remove some."));
    map.finish();
}

} // namespace fireline::drill
