// SPDX-License-Identifier: GPL-3.0-or-later
#include "paletteplaces.h"

#include "palette/commandpalette.h"
#include "palettefinds.h"
#include "report/reviewstatus.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::window {

using views::PaletteItem;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PalettePlaces)
};

/// By title: "play database".
class Playbooks : public views::PaletteProvider
{
public:
    explicit Playbooks(PlaceWays ways) : m_ways(std::move(ways)) { }
    QString prefix() const override { return u"play "_s; }
    QString title() const override { return Text::tr("Playbooks: play, then a word of the title"); }
    QList<PaletteItem> items(const QString &pattern) const override
    {
        PaletteFinds finds(pattern);
        for (const PlaybookPlace &place : m_ways.playbooks()) {
            PaletteItem item{place.title, place.detail};
            item.run = [this, key = place.key] { m_ways.toPlaybook(key); };
            finds.add(item);
        }
        return finds.items();
    }

private:
    PlaceWays m_ways;
};

/// Reviews and what is written in them: "review root cause".
class Reviews : public views::PaletteProvider
{
public:
    Reviews(const models::IncidentFeed &feed, PlaceWays ways) : m_feed(feed), m_ways(std::move(ways)) { }
    QString prefix() const override { return u"review "_s; }
    QString title() const override { return Text::tr("Reviews and their sections: review, then a word of it"); }
    QList<PaletteItem> items(const QString &pattern) const override
    {
        PaletteFinds finds(pattern);
        for (const domain::ReviewDef &review : m_feed.process().reviews) {
            finds.add(way(review.name, {}, review.id, {}));
            for (const domain::ReviewPart &part : domain::reviewParts(review, {m_feed.state(), m_feed.process(), m_feed.now()})) {
                const QString detail = part.missing ? Text::tr("still to be written") : QString();
                if (!part.isField)
                    finds.add(
                        way(Text::tr("%1: %2", "review, its section").arg(review.name, part.name), detail, review.id, part.key));
            }
        }
        return finds.items();
    }

private:
    [[nodiscard]] PaletteItem way(const QString &text, const QString &detail, const QString &review, const QString &section) const
    {
        PaletteItem item{text, detail};
        item.run = [this, review, section] { m_ways.toReview(review, section); };
        return item;
    }

    const models::IncidentFeed &m_feed;
    PlaceWays m_ways;
};

} // namespace

void addPalettePlaces(views::CommandPalette &palette, const models::IncidentFeed &feed, const PlaceWays &ways)
{
    palette.addProvider(std::make_unique<Playbooks>(ways));
    palette.addProvider(std::make_unique<Reviews>(feed, ways));
}

} // namespace fireline::window
