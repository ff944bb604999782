package org.tocsin.alert.clause;

import java.util.EnumSet;
import java.util.Set;

/** What an appeal can ask of the authorities, in the order in which it is asked. */
public enum Demand {
    INTEGRITY,
    /** Stands for INTEGRITY where somebody was killed. */
    INTEGRITY_OF_OTHERS,
    RELEASE,
    DETENTION_SAFEGUARDS,
    FATE,
    FREEDOM_FROM_ABDUCTORS,
    PROTECTION,
    MEDICAL_CARE,
    SURVIVOR_SUPPORT,
    DROP_PROCEEDINGS,
    STOP_SMEAR,
    STOP_SURVEILLANCE,
    RETURN_PROPERTY,
    FREE_MOVEMENT,
    FREE_ASSOCIATION,
    SAFE_COOPERATION,
    INVESTIGATION,
    /** Stands for INVESTIGATION where somebody was tortured. */
    TORTURE_INVESTIGATION,
    /** Stands for INVESTIGATION where somebody was killed. */
    DEATH_INVESTIGATION,
    END_IMPUNITY,
    END_HARASSMENT,
    DECLARATION;

    /** What every appeal asks for. */
    static final Set<Demand> GENERAL = Set.of(INTEGRITY, INVESTIGATION, END_HARASSMENT, DECLARATION);

    /** The stronger of two demands is made alone. */
    static Set<Demand> withoutRepetition(Set<Demand> demands) {
        var kept = EnumSet.copyOf(demands);
        if (demands.contains(INTEGRITY_OF_OTHERS)) {
            kept.remove(INTEGRITY);
        }
        if (demands.contains(DEATH_INVESTIGATION)) {
            kept.remove(TORTURE_INVESTIGATION);
        }
        if (demands.contains(DEATH_INVESTIGATION) || demands.contains(TORTURE_INVESTIGATION)) {
            kept.remove(INVESTIGATION);
        }
        return kept;
    }
}
