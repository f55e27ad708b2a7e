// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/layoutstate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

template<typename Enum, std::size_t size>
using Words = std::array<std::pair<Enum, const char16_t *>, size>;

constexpr Words<PanelArea, 5> areaWords{{
    {PanelArea::Left, u"left"},
    {PanelArea::Right, u"right"},
    {PanelArea::Bottom, u"bottom"},
    {PanelArea::Centre, u"centre"},
    {PanelArea::Top, u"top"},
}};

constexpr Words<Perspective, 6> perspectiveWords{{
    {Perspective::Command, u"command"},
    {Perspective::Scribe, u"scribe"},
    {Perspective::Comms, u"comms"},
    {Perspective::Observer, u"observer"},
    {Perspective::Drill, u"drill"},
    {Perspective::After, u"after"},
}};

template<typename Enum, std::size_t size>
QString wordOf(const Words<Enum, size> &words, Enum value)
{
    const auto found = std::find_if(words.begin(), words.end(), [=](const auto &word) { return word.first == value; });
    return QString::fromUtf16(found->second);
}

template<typename Enum, std::size_t size>
std::optional<Enum> fromWord(const Words<Enum, size> &words, const QString &key)
{
    for (const auto &[value, word] : words) {
        if (QString::fromUtf16(word) == key)
            return value;
    }
    return std::nullopt;
}

QJsonArray toJson(const QRect &rect)
{
    return {rect.x(), rect.y(), rect.width(), rect.height()};
}

QRect rectFromJson(const QJsonValue &value)
{
    const QJsonArray a = value.toArray();
    return a.size() == 4 ? QRect(a[0].toInt(), a[1].toInt(), a[2].toInt(), a[3].toInt()) : QRect();
}

QJsonObject toJson(const PanelPlace &place)
{
    QJsonObject json{{u"area"_s, areaKey(place.area)}, {u"shown"_s, place.shown}};
    if (place.ownWindow)
        json.insert(u"own_window"_s, true);
    if (place.ownGeometry.isValid())
        json.insert(u"own_geometry"_s, toJson(place.ownGeometry));
    return json;
}

QJsonObject toJson(const PanelLayout &layout)
{
    QJsonObject places;
    for (auto it = layout.places.cbegin(); it != layout.places.cend(); ++it)
        places.insert(it.key(), toJson(it.value()));
    return {{u"panels"_s, places},
            {u"raised"_s, QJsonArray::fromStringList(layout.raised)},
            {u"left"_s, layout.leftShare},
            {u"right"_s, layout.rightShare},
            {u"bottom"_s, layout.bottomShare},
            {u"top"_s, layout.topShare},
            {u"left_upper"_s, layout.leftUpperShare},
            {u"right_upper"_s, layout.rightUpperShare},
            {u"left_open"_s, layout.leftOpen},
            {u"right_open"_s, layout.rightOpen}};
}

std::optional<PanelLayout> layoutFromJson(const QJsonObject &json)
{
    PanelLayout layout;
    const QJsonObject places = json[u"panels"_s].toObject();
    for (auto it = places.constBegin(); it != places.constEnd(); ++it) {
        const QJsonObject place = it.value().toObject();
        const auto area = fromWord(areaWords, place[u"area"_s].toString());
        if (!area)
            return std::nullopt;
        layout.places.insert(it.key(), {*area, place[u"shown"_s].toBool(true), place[u"own_window"_s].toBool(),
                                        rectFromJson(place[u"own_geometry"_s])});
    }
    for (const QJsonValue &id : json[u"raised"_s].toArray())
        layout.raised.append(id.toString());
    const auto share = [&](const QString &key, int otherwise) { return std::clamp(json[key].toInt(otherwise), 80, 800); };
    layout.leftShare = share(u"left"_s, layout.leftShare);
    layout.rightShare = share(u"right"_s, layout.rightShare);
    layout.bottomShare = share(u"bottom"_s, layout.bottomShare);
    layout.topShare = share(u"top"_s, layout.topShare);
    layout.leftUpperShare = share(u"left_upper"_s, layout.leftUpperShare);
    layout.rightUpperShare = share(u"right_upper"_s, layout.rightUpperShare);
    layout.leftOpen = json[u"left_open"_s].toBool(true);
    layout.rightOpen = json[u"right_open"_s].toBool(true);
    return layout;
}

} // namespace

LayoutState LayoutState::openedFor(const QString &other, bool over) const
{
    LayoutState state = *this;
    state.incident = other;
    if (incident == other)
        return state;
    for (PanelLayout &layout : state.layouts)
        layout.raised.clear();
    if (current == Perspective::After && !over)
        state.current = Perspective::Command;
    return state;
}

QByteArray LayoutState::toBytes() const
{
    QJsonObject layoutsJson;
    for (auto it = layouts.cbegin(); it != layouts.cend(); ++it)
        layoutsJson.insert(perspectiveKey(it.key()), toJson(it.value()));
    QJsonObject json{{u"version"_s, Version}, {u"perspective"_s, perspectiveKey(current)}, {u"layouts"_s, layoutsJson}};
    if (geometry.isValid())
        json.insert(u"window"_s, toJson(geometry));
    if (maximised)
        json.insert(u"maximised"_s, true);
    if (!incident.isEmpty())
        json.insert(u"incident"_s, incident);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<LayoutState> LayoutState::fromBytes(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const auto current = perspectiveFromKey(json[u"perspective"_s].toString());
    if (json[u"version"_s].toInt() != Version || !current)
        return std::nullopt;
    LayoutState state;
    state.current = *current;
    state.geometry = rectFromJson(json[u"window"_s]);
    state.maximised = json[u"maximised"_s].toBool();
    state.incident = json[u"incident"_s].toString();
    const QJsonObject layoutsJson = json[u"layouts"_s].toObject();
    for (auto it = layoutsJson.constBegin(); it != layoutsJson.constEnd(); ++it) {
        const auto perspective = perspectiveFromKey(it.key());
        const auto layout = layoutFromJson(it.value().toObject());
        if (!perspective || !layout)
            return std::nullopt;
        state.layouts.insert(*perspective, *layout);
    }
    return state;
}

QRect clampedTo(const QRect &geometry, const QRect &screen)
{
    QRect fitted(geometry.topLeft(), geometry.size().boundedTo(screen.size()));
    fitted.moveLeft(std::clamp(fitted.left(), screen.left(), screen.right() - fitted.width() + 1));
    fitted.moveTop(std::clamp(fitted.top(), screen.top(), screen.bottom() - fitted.height() + 1));
    return fitted;
}

QString areaKey(PanelArea area)
{
    return wordOf(areaWords, area);
}

QString perspectiveKey(Perspective perspective)
{
    return wordOf(perspectiveWords, perspective);
}

std::optional<Perspective> perspectiveFromKey(const QString &key)
{
    return fromWord(perspectiveWords, key);
}

} // namespace fireline::views
