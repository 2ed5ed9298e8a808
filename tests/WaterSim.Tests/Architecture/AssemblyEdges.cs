using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace WaterSim.Tests.Architecture;

/// <summary>Reads from a built assembly who uses what: signatures, bases, attributes and method bodies.</summary>
internal sealed class AssemblyEdges : ISignatureTypeProvider<bool, bool>
{
    private readonly MetadataReader _reader;
    private readonly PEReader _image;
    private readonly HashSet<Edge> _edges = [];
    private (string Namespace, string Name) _user;

    private AssemblyEdges(PEReader image)
    {
        _image = image;
        _reader = image.GetMetadataReader();
    }

    /// <summary>Every use by a type of the assembly, each once.</summary>
    public static IReadOnlyCollection<Edge> Read(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        var edges = new AssemblyEdges(image);
        foreach (var handle in edges._reader.TypeDefinitions)
        {
            edges.ReadType(handle);
        }

        return edges._edges;
    }

    /// <summary>Names of the assemblies that an assembly refers to.</summary>
    public static IReadOnlyCollection<string> References(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        var reader = image.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(r => reader.GetString(reader.GetAssemblyReference(r).Name))];
    }

    private void ReadType(TypeDefinitionHandle handle)
    {
        _user = NameOf(handle);
        var type = _reader.GetTypeDefinition(handle);
        Use(type.BaseType);
        foreach (var implemented in type.GetInterfaceImplementations())
        {
            Use(_reader.GetInterfaceImplementation(implemented).Interface);
        }

        foreach (var parameter in type.GetGenericParameters())
        {
            foreach (var constraint in _reader.GetGenericParameter(parameter).GetConstraints())
            {
                Use(_reader.GetGenericParameterConstraint(constraint).Type);
            }
        }

        foreach (var field in type.GetFields())
        {
            _reader.GetFieldDefinition(field).DecodeSignature(this, false);
        }

        foreach (var property in type.GetProperties())
        {
            _reader.GetPropertyDefinition(property).DecodeSignature(this, false);
        }

        foreach (var attribute in type.GetCustomAttributes())
        {
            Use(_reader.GetCustomAttribute(attribute).Constructor);
        }

        foreach (var method in type.GetMethods())
        {
            ReadMethod(_reader.GetMethodDefinition(method));
        }
    }

    private void ReadMethod(MethodDefinition method)
    {
        method.DecodeSignature(this, false);
        foreach (var attribute in method.GetCustomAttributes())
        {
            Use(_reader.GetCustomAttribute(attribute).Constructor);
        }

        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = _image.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            _reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, false);
        }

        foreach (var region in body.ExceptionRegions)
        {
            Use(region.CatchType);
        }

        foreach (var token in MethodBodyTokens.Of(body.GetILReader()))
        {
            Use(token);
        }
    }

    private void Use(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition or HandleKind.TypeReference:
                Add(handle);
                break;
            case HandleKind.TypeSpecification:
                _reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, false);
                break;
            case HandleKind.MethodSpecification:
                var generic = _reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                generic.DecodeSignature(this, false);
                Use(generic.Method);
                break;
            case HandleKind.MethodDefinition:
                Add(_reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                Add(_reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                UseMember(_reader.GetMemberReference((MemberReferenceHandle)handle));
                break;
            case HandleKind.StandaloneSignature:
                _reader.GetStandaloneSignature((StandaloneSignatureHandle)handle).DecodeMethodSignature(this, false);
                break;
        }
    }

    private void UseMember(MemberReference member)
    {
        var name = _reader.GetString(member.Name);
        if (member.GetKind() == MemberReferenceKind.Method)
        {
            name += $"({member.DecodeMethodSignature(this, false).ParameterTypes.Length})";
        }
        else
        {
            member.DecodeFieldSignature(this, false);
        }

        if (member.Parent.Kind is HandleKind.TypeReference or HandleKind.TypeDefinition)
        {
            Add(member.Parent, name);
        }
        else
        {
            Use(member.Parent);
        }
    }

    private void Add(EntityHandle handle, string? member = null)
    {
        var used = NameOf(handle);
        if (used != _user)
        {
            _edges.Add(new Edge(_user.Namespace, _user.Name, used.Namespace, used.Name, member));
        }
    }

    private (string Namespace, string Name) NameOf(EntityHandle handle)
    {
        if (handle.Kind == HandleKind.TypeReference)
        {
            var type = _reader.GetTypeReference((TypeReferenceHandle)handle);
            var name = _reader.GetString(type.Name);
            return type.ResolutionScope.Kind == HandleKind.TypeReference
                ? NameOf(type.ResolutionScope) is var outer ? (outer.Namespace, $"{outer.Name}+{name}") : default
                : (_reader.GetString(type.Namespace), name);
        }

        var definition = _reader.GetTypeDefinition((TypeDefinitionHandle)handle);
        var own = _reader.GetString(definition.Name);
        return definition.GetDeclaringType() is { IsNil: false } declaring
            ? NameOf(declaring) is var enclosing ? (enclosing.Namespace, $"{enclosing.Name}+{own}") : default
            : (_reader.GetString(definition.Namespace), own);
    }

    // Signatures are walked only for the types they name; what is returned means nothing.
    bool ISimpleTypeProvider<bool>.GetTypeFromDefinition(
        MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        Add(handle);
        return true;
    }

    bool ISimpleTypeProvider<bool>.GetTypeFromReference(
        MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        Add(handle);
        return true;
    }

    bool ISignatureTypeProvider<bool, bool>.GetTypeFromSpecification(
        MetadataReader reader, bool genericContext, TypeSpecificationHandle handle, byte rawTypeKind)
    {
        Use(handle);
        return true;
    }

    bool ISimpleTypeProvider<bool>.GetPrimitiveType(PrimitiveTypeCode typeCode) => true;

    bool ISZArrayTypeProvider<bool>.GetSZArrayType(bool elementType) => true;

    bool IConstructedTypeProvider<bool>.GetArrayType(bool elementType, ArrayShape shape) => true;

    bool IConstructedTypeProvider<bool>.GetByReferenceType(bool elementType) => true;

    bool IConstructedTypeProvider<bool>.GetGenericInstantiation(
        bool genericType, ImmutableArray<bool> typeArguments) => true;

    bool IConstructedTypeProvider<bool>.GetPointerType(bool elementType) => true;

    bool ISignatureTypeProvider<bool, bool>.GetFunctionPointerType(MethodSignature<bool> signature) => true;

    bool ISignatureTypeProvider<bool, bool>.GetGenericMethodParameter(bool genericContext, int index) => true;

    bool ISignatureTypeProvider<bool, bool>.GetGenericTypeParameter(bool genericContext, int index) => true;

    bool ISignatureTypeProvider<bool, bool>.GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) =>
        true;

    bool ISignatureTypeProvider<bool, bool>.GetPinnedType(bool elementType) => true;
}
