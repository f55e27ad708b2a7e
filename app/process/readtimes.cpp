// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/template.h"
#include "reader.h"

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::process {

Duration Reader::duration(const YamlNode &node)
{
    const QString written = text(node);
    const auto value = Duration::fromText(written);
    if (!value && !written.isEmpty())
        fault(node, u"not-a-duration"_s, tr("\"%1\" is not a length of time.").arg(written),
              tr("Write it as 30s, 15m, 4h, 3d, 2w, 8bh, 5bd, 2sp, 3mo, now, eod, next_bd or next_sprint; at most ten years."));
    return value.value_or(Duration());
}

Span Reader::span(const YamlNode &node)
{
    const Duration value = duration(node);
    if (value.kind != Duration::Kind::Elapsed) {
        fault(node, u"not-a-duration"_s, tr("Only a plain length of time is possible here."),
              tr("Write it as 30s, 15m, 4h, 3d or 2w."));
        return {};
    }
    return Span::seconds(value.amount);
}

Window Reader::window(const YamlNode &node)
{
    const QString written = text(node);
    const auto value = Window::fromText(written);
    if (!value && !written.isEmpty())
        fault(node, u"not-a-duration"_s, tr("\"%1\" is not a length of time or a range.").arg(written),
              tr("Write it as 15m, 5bd, eod or as a range: 15m..30m."));
    if (value && value->due && value->due->kind == value->late.kind && value->due->amount > value->late.amount)
        fault(node, u"turned-round"_s, tr("The range \"%1\" ends before it begins.").arg(written),
              tr("Write the shorter time first."));
    return value.value_or(Window());
}

PerSeverity Reader::perSeverity(const YamlNode &node)
{
    PerSeverity result;
    if (!node.isMap()) {
        result.all = window(node);
        return result;
    }
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const QString severity = ref(node.keys[i], RefKind::Severity);
        result.bySeverity.insert(severity, window(node.items[i]));
    }
    if (result.bySeverity.isEmpty())
        fault(node, u"empty-value"_s, tr("No severity is named."), tr("Write {SEVERITY: 15m} or one time for all."));
    return result;
}

void Reader::checkTemplate(const YamlNode &at, const QString &text, const QStringList &own)
{
    const TemplateNames names = templateNames(text);
    if (!names.problem.isEmpty())
        fault(at, u"bad-template"_s, names.problem, tr("Write {name}; a brace of its own is not possible in a template."));
    for (const QString &name : names.names) {
        if (!own.contains(name))
            refer(RefKind::TemplateName, name, at);
    }
}

} // namespace fireline::process
