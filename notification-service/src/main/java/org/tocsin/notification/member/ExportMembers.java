package org.tocsin.notification.member;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.platform.audit.AuditTrail;

/** Gives out the file of all members, ended ones too, as an import takes it; who took it is put on record. */
@Service
class ExportMembers {

    private final Members members;
    private final AuditTrail audit;

    ExportMembers(Members members, AuditTrail audit) {
        this.members = members;
        this.audit = audit;
    }

    @Transactional
    byte[] handle(String actor) {
        audit.record(actor, "DIRECTORY_EXPORTED", "members", AuditTrail.Outcome.ALLOWED);
        return MemberCsv.write(members.all().values());
    }
}
