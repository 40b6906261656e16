<#list dependencyMap as entry>
<#assign component = entry.getKey()>
${component.groupId}	${component.artifactId}	${component.version}	${(component.name!component.artifactId)?trim}	${(component.url!"")?trim}	<#list entry.getValue() as licence>${licence}<#sep>; </#list>
</#list>
