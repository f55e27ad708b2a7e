// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/access.h"

class QNetworkRequest;

namespace fireline::connectors {

/// Whether certificate, key and authorities can be read.
[[nodiscard]] domain::Outcome<void> checkCertificate(const Access &access);

/// Signs the request with them. Faults of the server's certificate are never passed over.
void useCertificate(const Access &access, QNetworkRequest &request);

} // namespace fireline::connectors
