// SPDX-License-Identifier: GPL-3.0-or-later
#include "strip/striplayout.h"

#include <algorithm>
#include <array>

namespace fireline::views {

namespace {

enum class Give { Words, Detail, Width, Place };

/// What is given up, in this order: words, by the next variant; the same where two shorter ones are left; the end of a text that
/// can be cut; the whole cell, if it can go.
struct Step
{
    StripCell cell;
    Give give = Give::Words;
};

constexpr std::array steps{
    Step{StripCell::Updates},                // whose update it is
    Step{StripCell::Severity},               // its name beside its id
    Step{StripCell::Save},                   // people count
    Step{StripCell::CallBacks},              // words of the call-backs
    Step{StripCell::Phase, Give::Width},     //
    Step{StripCell::Command, Give::Width},   // a long name
    Step{StripCell::Save, Give::Detail},     // since when it is offline
    Step{StripCell::Phase, Give::Place},     //
    Step{StripCell::Command},                // the whole sentence of a handover
    Step{StripCell::Updates},                // the long caption
    Step{StripCell::Elapsed},                // the long caption
    Step{StripCell::Private},                // the word beside the count
    Step{StripCell::Drill},                  //
    Step{StripCell::Viewing},                //
    Step{StripCell::Save},                   //
    Step{StripCell::Save},                   // its count alone
    Step{StripCell::Save, Give::Place},      //
    Step{StripCell::CallBacks, Give::Place}, //
    Step{StripCell::Viewing, Give::Place},   //
    Step{StripCell::Command},                //
};

class Placing
{
public:
    Placing(const QList<CellWidths> &cells, int gap)
        : m_cells(cells)
        , m_variants(cells.size(), 0)
        , m_cut(cells.size(), false)
        , m_gap(gap)
    {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (cells.at(i).variants.isEmpty())
                m_variants[i] = -1;
        }
    }

    /// Every shown cell but what is cut at its full width.
    [[nodiscard]] int least() const
    {
        int sum = 0;
        int shown = 0;
        for (qsizetype i = 0; i < m_cells.size(); ++i) {
            if (m_variants.at(i) < 0)
                continue;
            sum += leastOf(i);
            ++shown;
        }
        return sum + m_gap * std::max(0, shown - 1);
    }

    void take(const Step &step)
    {
        for (qsizetype i = 0; i < m_cells.size(); ++i) {
            if (m_cells.at(i).cell != step.cell || m_variants.at(i) < 0)
                continue;
            if (step.give == Give::Width)
                m_cut[i] = m_cells.at(i).elides;
            else if (step.give == Give::Place)
                m_variants[i] = m_cells.at(i).canHide ? -1 : m_variants.at(i);
            else if (m_variants.at(i) + (step.give == Give::Detail ? 2 : 1) < m_cells.at(i).variants.size())
                ++m_variants[i];
        }
    }

    [[nodiscard]] QList<CellPlace> places(int width) const
    {
        int spare = std::max(0, width - least());
        int x = 0;
        QList<CellPlace> places;
        for (qsizetype i = 0; i < m_cells.size(); ++i) {
            if (m_variants.at(i) < 0) {
                places.append({m_cells.at(i).cell, -1, 0, 0});
                continue;
            }
            const int grown = std::min(spare, fullOf(i) - leastOf(i));
            spare -= grown;
            places.append({m_cells.at(i).cell, m_variants.at(i), x, leastOf(i) + grown});
            x += leastOf(i) + grown + m_gap;
        }
        if (!places.isEmpty() && places.last().variant >= 0)
            places.last().x += spare;
        return places;
    }

private:
    [[nodiscard]] int fullOf(qsizetype i) const { return m_cells.at(i).variants.at(m_variants.at(i)); }
    [[nodiscard]] int leastOf(qsizetype i) const { return m_cut.at(i) ? std::min(m_cells.at(i).least, fullOf(i)) : fullOf(i); }

    const QList<CellWidths> &m_cells;
    QList<int> m_variants;
    QList<bool> m_cut;
    int m_gap;
};

} // namespace

QList<CellPlace> placeCells(const QList<CellWidths> &cells, int width, int gap)
{
    Placing placing(cells, gap);
    for (const Step &step : steps) {
        if (placing.least() <= width)
            break;
        placing.take(step);
    }
    return placing.places(width);
}

} // namespace fireline::views
