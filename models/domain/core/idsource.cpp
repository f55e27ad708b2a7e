// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/idsource.h"

#include <QRandomGenerator>

namespace fireline::domain {

UuidV7Source::UuidV7Source() : m_random(QRandomGenerator::system()->generate64()) { }

UuidV7Source::UuidV7Source(quint64 seed) : m_random(seed) { }

QString UuidV7Source::next(Instant now)
{
    const qint64 ms = now.us / 1000;
    // 12 bits of sequence keep ids rising inside one millisecond and while the wall clock stands or goes back.
    if (ms > m_lastMs) {
        m_lastMs = ms;
        m_sequence = 0;
    } else if (++m_sequence > 0xfff) {
        ++m_lastMs;
        m_sequence = 0;
    }
    const quint64 high = (static_cast<quint64>(m_lastMs) << 16) | 0x7000u | m_sequence;
    const quint64 low = (m_random() & 0x3fffffffffffffffULL) | 0x8000000000000000ULL;
    const QString hex = QStringLiteral("%1%2").arg(high, 16, 16, QLatin1Char('0')).arg(low, 16, 16, QLatin1Char('0'));
    return hex.left(8) + u'-' + hex.mid(8, 4) + u'-' + hex.mid(12, 4) + u'-' + hex.mid(16, 4) + u'-' + hex.mid(20);
}

bool isUuidV7(const QString &text)
{
    if (text.size() != 36)
        return false;
    for (int i = 0; i < 36; ++i) {
        const char16_t c = text.at(i).unicode();
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? c != u'-' : !((c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f')))
            return false;
    }
    const char16_t variant = text.at(19).unicode();
    return text.at(14) == u'7' && (variant == u'8' || variant == u'9' || variant == u'a' || variant == u'b');
}

} // namespace fireline::domain
