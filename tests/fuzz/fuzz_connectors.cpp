// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertmanager/alertmanagerparser.h"
#include "datadog/datadogparser.h"
#include "prometheus/prometheusparser.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

using namespace Qt::StringLiterals;
using namespace fireline::connectors;

namespace {

void check(bool holds)
{
    if (!holds)
        __builtin_trap();
}

/// Samples by time, within what a graph can show.
void checkSeries(const std::vector<SampleSeries> &all)
{
    check(all.size() <= size_t(mostSeries));
    for (const SampleSeries &series : all) {
        check(std::is_sorted(series.samples.begin(), series.samples.end(),
                             [](const Sample &a, const Sample &b) { return a.atUs < b.atUs; }));
        check(series.samples.empty() || series.samples.front().atUs >= 0);
        check(series.labels.size() <= mostLabels);
    }
}

/// A fault has a code that the clients know.
template<typename T>
bool readOrRefused(const fireline::domain::Outcome<T> &read)
{
    check(read.ok() || read.problem().code == "unreadable"_L1 || read.problem().code == "refused"_L1);
    return read.ok();
}

} // namespace

/// Whatever bytes a system sends, each parser gives values within its limits, or a fault.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto query = readQueryResult(bytes); readOrRefused(query))
        checkSeries(query.value().series);
    if (const auto first = readDatadogV1(bytes); readOrRefused(first))
        checkSeries(first.value().series);
    if (const auto second = readDatadogV2(bytes, u"q"_s); readOrRefused(second))
        checkSeries(second.value().series);
    if (const auto alerts = readManagedAlerts(bytes); readOrRefused(alerts)) {
        for (const ManagedAlert &alert : alerts.value())
            check(!alert.fingerprint.isEmpty() && !alert.labels.isEmpty());
    }
    if (const auto silences = readSilences(bytes); readOrRefused(silences)) {
        for (const Silence &silence : silences.value())
            check(!silence.id.isEmpty() && readSilences('[' + silenceBody(silence) + ']').ok());
    }
    (void)readOrRefused(readSilenceId(bytes));
    (void)readOrRefused(readPrometheusNames(bytes));
    (void)readOrRefused(readAlertRules(bytes));
    (void)readOrRefused(readRuleAlerts(bytes));
    (void)(prometheusComplaint(bytes) + alertmanagerComplaint(bytes) + datadogComplaint(bytes));
    return 0;
}
