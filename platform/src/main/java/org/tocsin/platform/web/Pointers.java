package org.tocsin.platform.web;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException.Reference;

/** JSON Pointers (RFC 6901) to a fault. They end before a name that looks like content rather than like a property. */
final class Pointers {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");
    private static final Pattern STEP = Pattern.compile("\\[(\\d+)]|\\[([^]]*)]|([^.\\[\\]]+)");

    private Pointers() {}

    /** From the path of a Jackson exception. */
    static String of(List<Reference> path) {
        var pointer = new StringBuilder();
        for (var step : path) {
            if (step.getPropertyName() == null) {
                pointer.append('/').append(step.getIndex());
            } else if (NAME.matcher(step.getPropertyName()).matches()) {
                pointer.append('/').append(step.getPropertyName());
            } else {
                break;
            }
        }
        return pointer.toString();
    }

    /** From a bean path, such as {@code persons[0].name}. */
    static String of(String beanPath) {
        var pointer = new StringBuilder();
        var steps = STEP.matcher(beanPath);
        while (steps.find()) {
            var index = steps.group(1);
            var name = index != null ? index : steps.group(2) != null ? steps.group(2) : steps.group(3);
            if (index == null && !NAME.matcher(name).matches()) {
                break;
            }
            pointer.append('/').append(name);
        }
        return pointer.toString();
    }
}
