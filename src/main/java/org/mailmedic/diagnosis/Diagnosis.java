package org.mailmedic.diagnosis;

import java.util.List;

/// What all rules together make of one case.
///
/// @param diagnoses what stops mail, most likely and most telling first
/// @param warnings  what is worth knowing and stops nothing by itself
public record Diagnosis(List<Finding> diagnoses, List<Finding> warnings) {
    public Diagnosis {
        diagnoses = List.copyOf(diagnoses);
        warnings = List.copyOf(warnings);
    }
}
